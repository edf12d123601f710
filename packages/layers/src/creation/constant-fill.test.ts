import { describeLayer, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { constantFill } from "./constant-fill.ts";

const fill = (attributes: Record<string, unknown>) => describeLayer(constantFill, {}, attributes);

describe("constant-fill", () => {
  it("writes one element everywhere", () => {
    expect(fill({ shape: [2, 2], dtype: "int64", value: 7 })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [2, 2] }],
      work: {},
      values: [[7, 7, 7, 7]],
    });
    expect(fill({ shape: [] })).toMatchObject({ outputs: [{ dtype: "float32", shape: [] }], values: [[0]] });
  });

  it("takes elements that JSON cannot write as numbers", () => {
    expect(fill({ shape: [1], value: -Infinity }).values).toEqual([[-Infinity]]);
    expect(fill({ shape: [1], value: "-Infinity" }).values).toEqual([[-Infinity]]);
    expect(fill({ shape: [1], dtype: "int64", value: "9007199254740993" }).values).toEqual([[2n ** 53n + 1n]]);
    expect(fill({ shape: [1], dtype: "int64", value: 2n ** 60n }).values).toEqual([[2n ** 60n]]);
    expect(fill({ shape: [1], dtype: "string", value: "a" }).values).toEqual([["a"]]);
    expect(fill({ shape: [1], dtype: "bool", value: 3 }).values).toEqual([[1]]);
    expect(fill({ shape: [1], dtype: "complex64", value: 3 }).values).toEqual([undefined]);
  });

  it("never allocates what is large", () => {
    expect(fill({ shape: [2 ** 40, 2 ** 13] })).toMatchObject({ outputs: [{ shape: [2 ** 40, 2 ** 13] }], values: [undefined] });
  });

  it("refuses what is no element", () => {
    expect(() => fill({ shape: [1], dtype: "int64", value: 1.5 })).toThrow("1.5 is no integer, as elements of int64 are");
    expect(() => fill({ shape: [1], dtype: "int64", value: "x" })).toThrow("x is no integer");
    expect(() => fill({ shape: [1], value: [1] })).toThrow("attribute value: must be a number or text");
    expect(() => fill({ shape: [-1] })).toThrow("attribute shape[0]: must not be negative");
  });

  layerTypeSuite(constantFill, {
    cases: [
      { inputs: {}, attributes: { shape: [2, 2], dtype: "int64", value: 7 } },
      { inputs: {}, attributes: { shape: [1], dtype: "string", value: "a" } },
    ],
  });
});
