import { addWork, check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { checkShape } from "../check-shape.ts";
import { sizes } from "../size-schema.ts";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { samplingWork } from "../spatial/sampling.ts";
import { wholeFrom } from "../whole-number.ts";
import { poolingWork } from "./pooling-work.ts";

/**
 * Pools regions of feature maps into bins, sampling between elements (He et al., "Mask R-CNN", 2017).
 *
 * x: [N, C, H, W] or, with layout "channels-last", [N, H, W, C]; regions: [R, 4]; images: [R], whose feature maps each is of. Output: the
 * same with R in place of N, and the asked sizes.
 * Work: per bin, `samples`² points, each by linear interpolation, and what pooling them takes. Where `samples` is left out, each bin has
 * as many points as the region has elements there: at most ⌈H / bins⌉ × ⌈W / bins⌉, and the work is an upper bound.
 */
export const roiAlign: LayerType = defineLayerType({
  type: "roi-align",
  attributes: z.strictObject({
    function: z.enum(["average", "max"]).default("average").describe("how the points of a bin are combined"),
    sizes: sizes.length(2).describe("height and width of the output, in bins"),
    samples: wholeFrom(1).optional().describe("points in each dimension of a bin; as many as the region has elements there where left out"),
    layout: layoutAttribute,
  }),
  inputs: { x: "tensor", regions: "tensor", images: "tensor" },

  describe({ attributes: { function: name, sizes: bins, samples, layout }, inputs: { x, regions, images } }) {
    const { channels, spatial } = split(x.shape, layout, 2);
    const [count = 0] = regions.shape;
    checkShape("regions", regions, [count, 4]);
    check(product(images.shape) === count, () => `there are ${count} regions, and images for ${product(images.shape)}`);
    const shape = join({ batch: count, channels, spatial: bins }, layout);
    const elements = product(shape);
    const points = samples === undefined ? mostElements(spatial, bins) : samples ** 2;
    const places = count * product(bins) * points;
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: addWork(
        samplingWork("linear", 2, { places, reads: elements * points }),
        poolingWork({ function: name, power: 2 }, points, elements),
      ),
      ...(samples === undefined && elements > 0 && { status: "at-most" as const }),
    };
  },
});

/** The most elements that a bin of a region covers, if the region is the whole feature map. */
function mostElements(spatial: readonly number[], bins: readonly number[]): number {
  return product(spatial.map((size, axis) => (bins[axis] === 0 ? 0 : Math.ceil(size / bins[axis]!))));
}
