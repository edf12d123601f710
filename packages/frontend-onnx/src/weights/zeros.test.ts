import { describe, expect, it } from "vitest";
import { rawZeroCounter, varintZeroCounter } from "./zeros.ts";

const bytes = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer);

describe("zeros", () => {
  it("of floats may be negative; no number is one", () => {
    expect(rawZeroCounter("float32")!(bytes(Float32Array.of(0, -0, 1e-45, NaN, 3)))).toBe(2);
    expect(rawZeroCounter("float64")!(bytes(Float64Array.of(0, -0, 1)))).toBe(2);
    expect(rawZeroCounter("float16")!(bytes(Uint16Array.of(0x0000, 0x8000, 0x0001)))).toBe(2);
  });

  it("of integers are zero in every byte", () => {
    expect(rawZeroCounter("int8")!(bytes(Int8Array.of(0, -128, 1)))).toBe(1);
    expect(rawZeroCounter("int64")!(bytes(BigInt64Array.of(0n, 2n ** 40n, -(2n ** 63n))))).toBe(1);
  });

  it("are counted inside bytes", () => {
    expect(rawZeroCounter("int4")!(Uint8Array.of(0x00, 0x10, 0x08))).toBe(4); // 0 0, 0 1, −8 0
    expect(rawZeroCounter("float4e2m1")!(Uint8Array.of(0x80))).toBe(2); // 0, −0
    expect(rawZeroCounter("uint2")!(Uint8Array.of(0b01_00_00_11))).toBe(2);
  });

  it("of complex numbers are zero in both parts", () => {
    expect(rawZeroCounter("complex64")!(bytes(Float32Array.of(0, 0, 0, 1, -0, 0)))).toBe(2);
  });

  it("do not exist in formats of exponents alone, and a sign bit alone is no number in some", () => {
    expect(rawZeroCounter("float8e8m0")).toBeUndefined();
    expect(rawZeroCounter("float8e4m3fnuz")!(Uint8Array.of(0x00, 0x80))).toBe(1);
    expect(rawZeroCounter("float8e4m3fn")!(Uint8Array.of(0x00, 0x80))).toBe(2);
  });

  it("among varints end one byte after another number, also across pieces", () => {
    const count = varintZeroCounter();
    expect(count(Uint8Array.of(0, 1, 0x80))).toBe(1);
    expect(count(Uint8Array.of(0, 0))).toBe(1); // the first ends the number before
  });
});
