import { bitsOf, check, type DType, DTYPES, isFloat, isInteger, type TensorType } from "@modelgauge/core";

/**
 * The one dtype of tensors that are computed with one another. A what-if precision may have narrowed some of them: then the widest
 * floating-point type counts, and integers of at most 16 bits (quantised weights) give way to it.
 *
 * @throws ModelGaugeError `invalid-layer` when other dtypes meet
 */
export function commonDtype(tensors: readonly TensorType[]): DType {
  const dtypes = new Set(tensors.map(({ dtype }) => dtype));
  const [first] = dtypes;
  if (first !== undefined && dtypes.size === 1) return first;
  const widestFloat = DTYPES.find((dtype) => isFloat(dtype) && dtypes.has(dtype));
  const fit = [...dtypes].every((dtype) => isFloat(dtype) || (isInteger(dtype) && bitsOf(dtype)! <= 16));
  check(widestFloat !== undefined && fit, () => `the inputs have different dtypes: ${[...dtypes].join(", ")}`);
  return widestFloat;
}
