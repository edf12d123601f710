import type { DType } from "./dtype.ts";
import type { Tensor } from "./tensor.ts";
import { tensorTypes } from "./value-type.ts";

/** The dtype of the first tensor among values, where that is known. */
export function firstDType(values: Iterable<Tensor | undefined>): DType | undefined {
  for (const value of values) {
    const first = value?.type && tensorTypes(value.type)?.[0];
    if (first !== undefined) return first.dtype;
  }
  return undefined;
}
