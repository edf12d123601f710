import { describe, expect, it } from "vitest";
import { rescaling } from "./product-dtype.ts";

describe("sums of integer products", () => {
  it("are scaled, rounded, moved by the zero point and kept in range", () => {
    expect(rescaling("uint8", "int8", 10)).toEqual({ multiply: 10, round: 10, add: 10, compare: 20 });
    expect(rescaling("int8", "int16", 1)).toEqual({ multiply: 1, round: 1, add: 1, compare: 2 });
  });

  it("become floating-point numbers by a scale", () => {
    expect(rescaling("int8", "float16", 10)).toEqual({ convert: 10, multiply: 10 });
  });

  it("stay as they are in wide integers, and floating-point sums anywhere", () => {
    expect(rescaling("int8", "int32", 10)).toEqual({});
    expect(rescaling("float32", "float16", 10)).toEqual({});
  });
});
