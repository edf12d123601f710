import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { checkShape } from "../check-shape.ts";
import { partialRead } from "../movement/partial-read.ts";
import { sizes } from "../size-schema.ts";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { samplingWork } from "../spatial/sampling.ts";

/**
 * Cuts boxes out of images and resizes each to the same size.
 *
 * x: [N, C, H, W] or, with layout "channels-last", [N, H, W, C]; boxes: [R, 4]; boxImages: [R], whose image each box is of. Output: the
 * same with R in place of N, and the asked sizes.
 * Work per point of the output: what sampling takes. Traffic: reads at most the elements that it samples.
 */
export const cropAndResize: LayerType = defineLayerType({
  type: "crop-and-resize",
  attributes: z.strictObject({
    sizes: sizes.length(2).describe("height and width of the output"),
    mode: z.enum(["nearest", "linear"]).default("linear").describe("how values between elements are found"),
    layout: layoutAttribute,
  }),
  inputs: { x: "tensor", boxes: "tensor", boxImages: "tensor" },

  describe({ attributes: { sizes: spatial, mode, layout }, inputs: { x, boxes, boxImages } }) {
    const { channels } = split(x.shape, layout, 2);
    const [count = 0] = boxes.shape;
    checkShape("boxes", boxes, [count, 4]);
    check(product(boxImages.shape) === count, () => `there are ${count} boxes, and images for ${product(boxImages.shape)}`);
    const shape = join({ batch: count, channels, spatial }, layout);
    const places = count * product(spatial);
    const sampled = Math.min(product(x.shape), product(shape) * (mode === "linear" ? 4 : 1));
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: samplingWork(mode, 2, { places, reads: product(shape) }),
      ...partialRead({ dtype: x.dtype, shape: [sampled] }, boxes, boxImages),
    };
  },
});
