import type { DType } from "@modelgauge/core";

/** A binary floating-point format of at most 16 bits: sign, exponent, mantissa. */
interface FloatFormat {
  readonly exponent: number;
  readonly mantissa: number;
  readonly bias: number;
  /**
   * What stands for no number. `ieee`: an exponent of ones is infinite or NaN. `fn`: all ones but the sign is NaN. `fnuz`: what would
   * be −0 is NaN. `none`: every code is a number.
   */
  readonly special: "ieee" | "fn" | "fnuz" | "none";
}

/** IEEE 754; bfloat16; the 8-bit formats of arXiv 2209.05433 (fn) and 2206.02915 (fnuz); FP4 of the OCP microscaling specification 1.0. */
const FORMATS: Partial<Record<DType, FloatFormat>> = {
  float16: { exponent: 5, mantissa: 10, bias: 15, special: "ieee" },
  bfloat16: { exponent: 8, mantissa: 7, bias: 127, special: "ieee" },
  float8e4m3fn: { exponent: 4, mantissa: 3, bias: 7, special: "fn" },
  float8e4m3fnuz: { exponent: 4, mantissa: 3, bias: 8, special: "fnuz" },
  float8e5m2: { exponent: 5, mantissa: 2, bias: 15, special: "ieee" },
  float8e5m2fnuz: { exponent: 5, mantissa: 2, bias: 16, special: "fnuz" },
  float4e2m1: { exponent: 2, mantissa: 1, bias: 1, special: "none" },
};

/**
 * The number that a code of a floating-point type of at most 16 bits stands for; undefined for other types.
 *
 * @param code the element's bits as an unsigned integer
 */
export function decodeFloat(dtype: DType, code: number): number | undefined {
  if (dtype === "float8e8m0") return code === 255 ? NaN : 2 ** (code - 127); // a power of two: no sign, no mantissa, no zero
  const format = FORMATS[dtype];
  return format === undefined ? undefined : decode(code, format);
}

function decode(code: number, { exponent: exponentBits, mantissa: mantissaBits, bias, special }: FloatFormat): number {
  const ones = 2 ** exponentBits - 1;
  const mantissa = code & (2 ** mantissaBits - 1);
  const exponent = (code >> mantissaBits) & ones;
  const sign = code >> (exponentBits + mantissaBits) === 1 ? -1 : 1;
  if (special === "ieee" && exponent === ones) return mantissa === 0 ? sign * Infinity : NaN;
  if (special === "fn" && exponent === ones && mantissa === 2 ** mantissaBits - 1) return NaN;
  if (special === "fnuz" && sign === -1 && exponent === 0 && mantissa === 0) return NaN;
  const significand = exponent === 0 ? mantissa : mantissa + 2 ** mantissaBits;
  return sign * significand * 2 ** (Math.max(exponent, 1) - bias - mantissaBits);
}
