import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBigInt, toScalar, wrap } from "./integers.ts";

describe("integers", () => {
  it("are numbers where these are exact, and bigints beyond", () => {
    expect(toScalar(2n ** 53n - 1n)).toBe(9_007_199_254_740_991);
    expect(toScalar(2n ** 53n)).toBe(2n ** 53n);
    expect(toScalar(-(2n ** 60n))).toBe(-(2n ** 60n));
  });

  it("survive the way there and back", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (value) => {
        expect(toBigInt(toScalar(value))).toBe(value);
      }),
    );
  });

  it("wrap around in the bits of their dtype", () => {
    expect(wrap(200n, "int8")).toBe(-56); // 200 − 256
    expect(wrap(-1n, "uint8")).toBe(255);
    expect(wrap(2n ** 63n, "int64")).toBe(-(2n ** 63n));
    expect(wrap(9n, "int4")).toBe(-7); // 9 − 16
  });
});
