import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { checkShape } from "../check-shape.ts";
import { sizes } from "../size-schema.ts";
import { split } from "../spatial/layout.ts";
import { poolingWork } from "./pooling-work.ts";

/**
 * Pools regions of feature maps into bins of whole elements, by their maximum (Girshick, "Fast R-CNN", 2015).
 *
 * x: [N, C, H, W]; regions: [R, 5], each with the image that it is of in front. Output: [R, C, …sizes].
 * Work: comparisons, one less than elements in a bin: at most min(H, ⌈H / bins⌉ + 1) × min(W, ⌈W / bins⌉ + 1), as bins share the elements
 * at their edges; an upper bound.
 */
export const roiPool: LayerType = defineLayerType({
  type: "roi-pool",
  attributes: z.strictObject({
    sizes: sizes.length(2).describe("height and width of the output, in bins"),
  }),
  inputs: { x: "tensor", regions: "tensor" },

  describe({ attributes: { sizes: bins }, inputs: { x, regions } }) {
    const { channels, spatial } = split(x.shape, "channels-first", 2);
    const [count = 0] = regions.shape;
    checkShape("regions", regions, [count, 5]);
    const shape = [count, channels, ...bins];
    const covered = spatial.map((size, axis) => (bins[axis] === 0 ? 0 : Math.min(size, Math.ceil(size / bins[axis]!) + 1)));
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: poolingWork({ function: "max", power: 2 }, product(covered), product(shape)),
      status: "at-most",
    };
  },
});
