import { addWork, check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { samplingWork } from "../spatial/sampling.ts";

/**
 * Maps images by a projective transformation, from each point of the output to a point of the input.
 *
 * x: [N, C, H, W] or, with layout "channels-last", [N, H, W, C]; transforms: [N, 8], or [1, 8] for all. Output: x's shape with the asked sizes.
 * Work per point of the output: six multiplications, six adds and two divisions for (a₀x + a₁y + a₂) / k, (b₀x + b₁y + b₂) / k and
 * k = c₀x + c₁y + 1, and what sampling takes.
 */
export const projectiveTransform: LayerType = defineLayerType({
  type: "projective-transform",
  attributes: z.strictObject({
    sizes: sizes.length(2).describe("height and width of the output"),
    mode: z.enum(["nearest", "linear"]).default("linear").describe("how values between elements are found"),
    layout: layoutAttribute,
  }),
  inputs: { x: "tensor", transforms: "tensor" },

  describe({ attributes: { sizes: spatial, mode, layout }, inputs: { x, transforms } }) {
    const { batch, channels } = split(x.shape, layout, 2);
    const [count, numbers] = transforms.shape;
    check(
      transforms.shape.length === 2 && (count === 1 || count === batch) && numbers === 8,
      () => `transforms is ${formatShape(transforms.shape)}, not ${batch}×8 or 1×8`,
    );
    const shape = join({ batch, channels, spatial }, layout);
    const places = batch * product(spatial);
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: addWork(
        { multiply: 6 * places, add: 6 * places, divide: 2 * places },
        samplingWork(mode, 2, { places, reads: product(shape) }),
      ),
    };
  },
});
