import { describeLayer, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { tokenize } from "./tokenize.ts";

const words = tensor("string", [2], ["ab cd", "e"]);
const apply = (attributes: object, x = words) => describeLayer(tokenize, { x }, { ...attributes }).outputs[0];

describe("tokenize", () => {
  it("makes place for the most tokens of a string", () => {
    expect(apply({ separators: [" "] })).toEqual({ dtype: "string", shape: [2, 2] });
    expect(apply({ separators: [" "], mark: true })).toEqual({ dtype: "string", shape: [2, 4] });
    expect(apply({ separators: [" "], shortest: 2 })).toEqual({ dtype: "string", shape: [2, 2] }); // ab, cd; none
    expect(apply({ separators: [""] })).toEqual({ dtype: "string", shape: [2, 5] });
    expect(apply({ separators: ["b", " c"] })).toEqual({ dtype: "string", shape: [2, 2] }); // a, d; e
  });

  it("knows a bound where the cuts or the strings are not known", () => {
    expect(apply({})).toEqual({ dtype: "string", shape: [2, 5], status: "at-most" });
    expect(apply({ separators: [" "] }, tensor("string", [3]))).toEqual({ dtype: "string", shape: [3, 1], status: "at-least" });
  });

  it("has nothing to cut in an empty tensor", () => {
    expect(apply({ separators: [" "] }, tensor("string", [2, 0]))).toEqual({ dtype: "string", shape: [2, 0] });
    expect(apply({}, tensor("string", [0, 2]))).toEqual({ dtype: "string", shape: [0, 2, 0] });
  });

  it("cuts strings only", () => {
    expect(() => apply({}, tensor("int64", [2]))).toThrow("cuts strings, not int64");
  });

  layerTypeSuite(tokenize, {
    cases: [{ inputs: { x: tensor("string", [2], ["ab cd", "e"]) }, attributes: { separators: [" "] } }],
  });
});
