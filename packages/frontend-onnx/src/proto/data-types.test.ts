import { isDType } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { dtypeOf } from "./data-types.ts";

describe("dtypeOf", () => {
  it.each([
    [1, "float32"],
    [7, "int64"],
    [8, "string"],
    [9, "bool"],
    [10, "float16"],
    [11, "float64"],
    [16, "bfloat16"],
    [20, "float8e5m2fnuz"],
    [21, "uint4"],
    [23, "float4e2m1"],
    [24, "float8e8m0"],
    [26, "int2"],
    [28, "float6e3m2"],
  ])("knows %i as %s", (dataType, dtype) => {
    expect(dtypeOf(dataType)).toBe(dtype);
  });

  it("knows 28 element types, each another", () => {
    const known = Array.from({ length: 28 }, (_, index) => dtypeOf(index + 1));
    expect(known.every(isDType)).toBe(true);
    expect(new Set(known).size).toBe(28);
  });

  it.each([0, 29, 99, -1])("knows no type %i", (dataType) => {
    expect(dtypeOf(dataType)).toBeUndefined();
  });
});
