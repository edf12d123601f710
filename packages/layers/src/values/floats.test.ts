import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundTo, roundToEven } from "./floats.ts";

describe("rounding to a floating-point dtype", () => {
  it("keeps eleven significant bits in float16", () => {
    expect(roundTo("float16", 2049)).toBe(2048); // 2048 and 2050 are equally near: the even fraction
    expect(roundTo("float16", 2051)).toBe(2052);
    expect(roundTo("float16", 0.1)).toBe(0.0999755859375); // 1638 · 2⁻¹⁴
    expect(roundTo("float16", 2 ** -24)).toBe(2 ** -24); // the least subnormal
    expect(roundTo("float16", 2 ** -26)).toBe(0);
  });

  it("overflows to infinity halfway beyond the greatest number", () => {
    expect(roundTo("float16", 65_519)).toBe(65_504);
    expect(roundTo("float16", -65_520)).toBe(-Infinity);
    expect(roundTo("bfloat16", 3.4e38)).toBe(Infinity);
    expect(roundTo("bfloat16", 3.39e38)).toBe(2 ** 127 * (2 - 2 ** -7));
  });

  it("keeps eight significant bits in bfloat16", () => {
    expect(roundTo("bfloat16", 257)).toBe(256);
    expect(roundTo("bfloat16", Math.PI)).toBe(3.140625);
  });

  it("rounds float32 as the engine does, and leaves float64 alone", () => {
    expect(roundTo("float32", 16_777_217)).toBe(16_777_216); // 2²⁴ + 1
    expect(roundTo("float64", 0.1)).toBe(0.1);
  });

  it("leaves what a narrow dtype already holds", () => {
    fc.assert(
      fc.property(fc.float(), (value) => {
        for (const dtype of ["float16", "bfloat16"] as const) {
          const once = roundTo(dtype, value)!;
          expect(roundTo(dtype, once)).toBe(once);
        }
      }),
    );
  });

  it("does not know eight-bit formats", () => {
    expect(roundTo("float8e4m3fn", 1)).toBeUndefined();
  });

  it("rounds halves to even", () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4].map(roundToEven)).toEqual([0, 2, 2, 0, -2, 2]);
  });
});
