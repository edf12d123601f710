import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { layoutAttribute } from "../spatial/layout.ts";

/**
 * Batch normalisation (Ioffe and Szegedy, 2015). At inference each element is scaled and shifted by its channel's constants, which
 * a runtime computes beforehand: one multiplication and one add per element.
 *
 * x: [N, C, …] or, with layout "channels-last", [N, …, C]; a vector has no batch. Output: the same shape. When training, the
 * statistics are computed as well (an add for the mean; a subtraction, a multiplication and an add for the variance, per element) and
 * are two more outputs of [C].
 */
export const batchNorm: LayerType = defineLayerType({
  type: "batch-norm",
  attributes: z.strictObject({
    scale: z.boolean().default(true).describe("whether a trained scale multiplies each channel"),
    shift: z.boolean().default(true).describe("whether a trained shift is added to each channel"),
    layout: layoutAttribute,
    training: z.boolean().default(false).describe("whether the statistics are those of the batch, and are given out"),
  }),
  inputs: { x: "tensor" },

  weights: ({ scale, shift, layout }, { x }) => {
    const shape = [channelsOf(x.shape, layout)];
    return {
      scale: scale && shape,
      bias: shift && { shape, role: "bias" },
      mean: { shape, role: "buffer" },
      variance: { shape, role: "buffer" },
    };
  },

  describe({ attributes: { layout, training }, inputs: { x } }) {
    const elements = product(x.shape);
    const statistics = { dtype: x.dtype, shape: [channelsOf(x.shape, layout)] };
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }, ...(training ? [statistics, statistics] : [])],
      work: training ? { multiply: 2 * elements, add: 4 * elements } : { multiply: elements, add: elements },
    };
  },
});

function channelsOf(shape: readonly number[], layout: "channels-first" | "channels-last"): number {
  return (layout === "channels-last" || shape.length < 2 ? shape.at(-1) : shape[1]) ?? 1;
}
