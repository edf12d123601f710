import { describe, expect, it } from "vitest";
import { readable, toLastDigit } from "./format-number.ts";

describe("readable", () => {
  it.each([
    [4_089_184_256, "MAC", "4.09 G"],
    [25_557_032, "parameters", "25.6 M"],
    [102_228_128, "bytes", "102.2 MB"],
    [0, "parameters", "0"],
    [0, "bytes", "0 B"],
    [1, "bytes", "1 B"],
    [999, "MAC", "999"],
    [1000, "MAC", "1.00 k"],
    [1.5, "elements", "1.50"],
    [9.994, "elements", "9.99"],
    [9.996, "elements", "10.0"],
    [-4096, "elements", "-4.10 k"],
    [0.00125, "s", "1.25 ms"],
    [12, "s", "12 s"],
    [3.2e-7, "s", "320.0 ns"],
    [4.6e-12, "J", "4.60 pJ"],
    [0.5, "OP/byte", "0.5 OP/byte"],
    [0.000123456, "ratio", "0.000123 ratio"],
    [138.9, "OP/byte", "138.9 OP/byte"],
    [2310, "samples/s", "2.31 k samples/s"],
    [2 ** 60, "MAC", "1.15 E"],
    [1e30, "MAC", "1.00e+30"],
    [1e-30, "s", "1.00e-30 s"],
  ])("writes %d %s as %s", (value, unit, text) => {
    expect(readable(value, unit)).toBe(text);
  });

  it("takes the prefix after rounding, not before", () => {
    expect(readable(999_949, "MAC")).toBe("999.9 k");
    expect(readable(999_951, "MAC")).toBe("1.00 M");
    expect(readable(0.000_999_96, "s")).toBe("1.00 ms");
    expect(readable(0.999_99, "s")).toBe("1.00 s");
  });
});

describe("toLastDigit", () => {
  it("groups the digits of whole numbers", () => {
    expect(toLastDigit(25_557_032, "parameters")).toBe("25,557,032 parameters");
    expect(toLastDigit(2 ** 53, "MAC")).toBe("9,007,199,254,740,992 MAC");
    expect(toLastDigit(0.5, "s")).toBeUndefined();
  });
});
