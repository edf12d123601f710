import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stringConcat } from "./string-concat.ts";

describe("string-concat", () => {
  it("broadcasts", () => {
    const a = tensor("string", [2], ["x", "y"]);
    expect(describeLayer(stringConcat, { a, b: tensor("string", [], [".com"]) })).toMatchObject({
      outputs: [{ dtype: "string", shape: [2] }],
      work: {},
      values: [["x.com", "y.com"]],
    });
    expect(describeLayer(stringConcat, { a, b: tensor("string", [3, 1]) })).toMatchObject({
      outputs: [{ shape: [3, 2] }],
      values: [undefined],
    });
  });

  it("refuses numbers", () => {
    expect(() => describeLayer(stringConcat, { a: float32(2), b: float32(2) })).toThrow("joins strings, not float32");
  });

  layerTypeSuite(stringConcat, {
    cases: [{ inputs: { a: tensor("string", [2], ["x", "y"]), b: tensor("string", [], [".com"]) } }],
  });
});
