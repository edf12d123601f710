import { bitsOf, type DType, type Scalar } from "@modelgauge/core";

/** An integer element as a bigint. */
export function toBigInt(value: Scalar): bigint {
  return BigInt(value);
}

/** An integer as elements are kept: a number up to 2^53, a bigint beyond. */
export function toScalar(value: bigint): Scalar {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** An integer as a dtype of so many bits keeps it: what does not fit wraps around (two's complement). */
export function wrap(value: bigint, dtype: DType): Scalar {
  const bits = bitsOf(dtype)!;
  return toScalar(dtype.startsWith("u") ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value));
}
