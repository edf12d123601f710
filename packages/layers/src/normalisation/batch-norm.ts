import { check, defineLayerType, DTYPES, type LayerType, product, type Shape } from "@modelgauge/core";
import { z } from "zod";
import { type Layout, layoutAttribute, split } from "../spatial/layout.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Batch normalisation (Ioffe and Szegedy, 2015). At inference each element is scaled and shifted by its channel's constants, which
 * a runtime computes beforehand: one multiplication and one add per element.
 *
 * x: [N, C, …] or, with layout "channels-last", [N, …, C]; a vector is a batch of one channel. Output: the same shape;
 * then, of [C], as many `statistics` as are asked for.
 * When training, the statistics are those of the batch. Work is then, per element, an add for the mean, a subtraction, a square and an add for the variance, a multiplication and an add to scale and shift; per channel,
 * two divisions for the means, an add of epsilon, a root, a division, and four multiplications and two adds to move the running statistics.
 */
export const batchNorm: LayerType = defineLayerType({
  type: "batch-norm",
  attributes: z.strictObject({
    scale: z.boolean().default(true).describe("whether a trained scale multiplies each channel"),
    shift: z.boolean().default(true).describe("whether a trained shift is added to each channel"),
    layout: layoutAttribute,
    training: z.boolean().default(false).describe("whether the statistics are those of the batch"),
    statistics: wholeFrom(0)
      .max(8, "must be at most 8")
      .optional()
      .describe("how many vectors of statistics are given out, mean and variance by turns; 2 when training, else 0, where left out"),
    statisticsDtype: z.enum(DTYPES).optional().describe("dtype of the statistics that are given out; the input's where left out"),
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

  describe({ attributes: { layout, training, statistics = training ? 2 : 0, statisticsDtype }, inputs: { x } }) {
    const elements = product(x.shape);
    const channels = channelsOf(x.shape, layout);
    const vector = { dtype: statisticsDtype ?? x.dtype, shape: [channels] };
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }, ...Array.from({ length: statistics }, () => vector)],
      work: training
        ? { multiply: 2 * elements + 4 * channels, add: 4 * elements + 3 * channels, divide: 3 * channels, sqrt: channels }
        : { multiply: elements, add: elements },
    };
  },
});

function channelsOf(shape: Shape, layout: Layout): number {
  check(shape.length > 0, "a scalar has no batch");
  return shape.length === 1 ? 1 : split(shape, layout).channels;
}
