import { type DType, isInteger, type Scalar } from "@modelgauge/core";
import { roundTo } from "../values/floats.ts";
import { toBigInt, wrap } from "../values/integers.ts";
import type { ElementwiseFunction } from "./functions.ts";

/** Computes one element from two; undefined where the result is not defined. */
export type PairFunction = (a: Scalar, b: Scalar) => Scalar | undefined;

/** How an element-wise function computes constants of a dtype: integers exactly, wrapping; floats rounded. undefined where it does not. */
export function pairFunction({ float, integer, test }: ElementwiseFunction, dtype: DType): PairFunction | undefined {
  if (test) return (a, b) => (test(a, b) ? 1 : 0);
  if (isInteger(dtype)) {
    if (!integer) return undefined;
    return (a, b) => {
      if (typeof b === "number" && !Number.isInteger(b)) return undefined;
      const result = integer(toBigInt(a), toBigInt(b), dtype);
      return result === undefined ? undefined : wrap(result, dtype);
    };
  }
  return float && ((a, b) => roundTo(dtype, float(Number(a), Number(b))));
}
