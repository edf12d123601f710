import { defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/**
 * Dropout (Srivastava et al., 2014). At inference it passes its input on; when training it draws a number, compares it with the rate and
 * scales, per element.
 *
 * x: any shape. Output: the same; with `mask`, a second output: which elements are kept.
 */
export const dropout: LayerType = defineLayerType({
  type: "dropout",
  attributes: z.strictObject({
    rate: z
      .number()
      .min(0, "must be from 0 to 1")
      .max(1, "must be from 0 to 1")
      .default(0.5)
      .describe("share of elements that are dropped"),
    training: z.boolean().default(false).describe("whether elements are dropped at all"),
    mask: z.boolean().default(false).describe("whether the mask is a second output"),
    maskDtype: z.enum(DTYPES).default("bool").describe("dtype of the mask"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { training, mask, maskDtype }, inputs: { x } }) {
    const elements = product(x.shape);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }, ...(mask ? [{ dtype: maskDtype, shape: x.shape }] : [])],
      work: training ? { random: elements, compare: elements, multiply: elements } : {},
      aliases: [{ output: 0, input: 0, kind: training ? "in-place" : "view" }],
    };
  },

  evaluate: ({ attributes: { training }, inputs: { x } }) => (training ? undefined : [x.values]),
});
