import { bitsOf, type DType, DTYPES, isFloat, isInteger, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";

/** The attribute `dtype` of layers that sum products. */
export const productDtype: z.ZodOptional<z.ZodEnum<{ [Each in DType]: Each }>> = z
  .enum(DTYPES)
  .optional()
  .describe("dtype of the output; the input's where left out. Sums of narrow integers are int32, or scaled to what is asked for");

/**
 * Work of bringing sums of integer products into the dtype of the output, beside the products: to integers of at most 16 bits, a
 * multiplication by a scale, a rounding, an add of the zero point and two comparisons per element (Jacob et al., "Quantization and
 * training of neural networks for efficient integer-arithmetic-only inference", 2018); to floating point, a conversion and a
 * multiplication. Wider integers keep the sums.
 */
export function rescaling(input: DType, output: DType, elements: number): Work {
  if (!isInteger(input)) return {};
  if (isFloat(output)) return { convert: elements, multiply: elements };
  if (!isInteger(output) || bitsOf(output)! > 16) return {};
  return scaleWork({ multiply: 1, round: 1, add: 1, compare: 2 }, elements);
}
