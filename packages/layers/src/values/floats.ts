import type { DType } from "@modelgauge/core";

/** Binary formats narrower than float32: bits of the fraction, exponent of the least normal number, greatest number. */
const NARROW = {
  float16: { fraction: 10, leastExponent: -14, greatest: 65_504 },
  bfloat16: { fraction: 7, leastExponent: -126, greatest: 2 ** 127 * (2 - 2 ** -7) },
} as const;

/**
 * The nearest number that a floating-point dtype holds, ties to even (IEEE 754).
 *
 * @returns undefined for the eight- and four-bit formats, whose overflow differs from conversion to conversion
 */
export function roundTo(dtype: DType, value: number): number | undefined {
  if (dtype === "float64") return value;
  if (dtype === "float32") return Math.fround(value);
  if (dtype === "float16" || dtype === "bfloat16") return roundNarrow(value, NARROW[dtype]);
  return undefined;
}

function roundNarrow(value: number, { fraction, leastExponent, greatest }: (typeof NARROW)["float16" | "bfloat16"]): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const exponent = Math.max(leastExponent, Math.floor(Math.log2(Math.abs(value))));
  const step = 2 ** (exponent - fraction);
  const rounded = roundToEven(value / step) * step;
  return Math.abs(rounded) > greatest ? Math.sign(value) * Infinity : rounded;
}

/** The nearest integer; the even one of two that are equally near. */
export function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}
