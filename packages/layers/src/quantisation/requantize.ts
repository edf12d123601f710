import { defineLayerType, DTYPES, type LayerType, product, scaleWork } from "@modelgauge/core";
import { z } from "zod";

/**
 * Brings quantised elements to another scale and zero point, as integer arithmetic on quantised tensors ends.
 *
 * x: any shape. Output: the same shape. Work: per element a multiplication by the ratio of the scales, a rounding, an add of the zero
 * point and two comparisons that saturate (Jacob et al., "Quantization and training of neural networks for efficient
 * integer-arithmetic-only inference", 2018); it works in place.
 */
export const requantize: LayerType = defineLayerType({
  type: "requantize",
  attributes: z.strictObject({
    dtype: z.enum(DTYPES).optional().describe("dtype of the output; the input's where left out"),
  }),
  inputs: { x: "tensor" },

  describe: ({ attributes: { dtype }, inputs: { x } }) => ({
    outputs: [{ dtype: dtype ?? x.dtype, shape: x.shape }],
    work: scaleWork({ multiply: 1, round: 1, add: 1, compare: 2 }, product(x.shape)),
    aliases: [{ output: 0, input: 0, kind: "in-place" }],
  }),
});
