import { describe, expect, it } from "vitest";
import { decodeFloat } from "./float-formats.ts";

describe("decodeFloat", () => {
  it.each([
    ["float16", 0x3c00, 1],
    ["float16", 0xc100, -2.5], // −(1 + 1/4) · 2
    ["float16", 0x7bff, 65504],
    ["float16", 0x0001, 2 ** -24],
    ["float16", 0x7c00, Infinity],
    ["float16", 0x7e00, NaN],
    ["float16", 0x8000, -0],
    ["bfloat16", 0x3fc0, 1.5],
    ["bfloat16", 0x7f7f, 2 ** 127 * (2 - 2 ** -7)],
    ["bfloat16", 0xff80, -Infinity],
    ["float8e4m3fn", 0x38, 1],
    ["float8e4m3fn", 0x7e, 448], // 1.75 · 2^8
    ["float8e4m3fn", 0x7f, NaN],
    ["float8e4m3fn", 0x01, 2 ** -9],
    ["float8e4m3fnuz", 0x40, 1],
    ["float8e4m3fnuz", 0x7f, 240], // 1.875 · 2^7
    ["float8e4m3fnuz", 0x80, NaN],
    ["float8e5m2", 0x7b, 57344], // 1.75 · 2^15
    ["float8e5m2", 0x7c, Infinity],
    ["float8e5m2", 0x7d, NaN],
    ["float8e5m2fnuz", 0x7f, 57344],
    ["float8e5m2fnuz", 0x80, NaN],
    ["float8e8m0", 127, 1],
    ["float8e8m0", 0, 2 ** -127],
    ["float8e8m0", 255, NaN],
  ] as const)("reads %s 0x%s", (dtype, code, value) => {
    expect(decodeFloat(dtype, code)).toBe(value);
  });

  it("reads every code of float4e2m1", () => {
    const positive = [0, 0.5, 1, 1.5, 2, 3, 4, 6];
    const codes = Array.from({ length: 16 }, (_, code) => decodeFloat("float4e2m1", code));
    expect(codes).toEqual([...positive, ...positive.map((value) => -value)]);
  });

  it("knows no floats in integers", () => {
    expect(decodeFloat("int8", 1)).toBeUndefined();
  });
});
