import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { cumulative } from "./cumulative.ts";

describe("cumulative", () => {
  it("combines each element with all before it", () => {
    expect(describeLayer(cumulative, { x: float32(2, 5) }, { function: "sum", axis: 1 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 5] }],
      work: { add: 8 }, // 2 lanes of 5 − 1
    });
    expect(describeLayer(cumulative, { x: float32(2, 5) }, { function: "prod", axis: -1, exclusive: true }).work).toEqual({ multiply: 6 });
    expect(describeLayer(cumulative, { x: float32(2, 0) }, { function: "sum", axis: 1 }).work).toEqual({ add: 0 });
  });

  it("evaluates forwards and backwards, with and without the element itself", () => {
    const sums = (attributes: object) =>
      describeLayer(cumulative, { x: int64Values(1, 2, 3) }, { function: "sum", ...attributes }).values[0];
    expect(sums({})).toEqual([1, 3, 6]);
    expect(sums({ exclusive: true })).toEqual([0, 1, 3]);
    expect(sums({ reverse: true })).toEqual([6, 5, 3]);
    expect(sums({ reverse: true, exclusive: true })).toEqual([5, 3, 0]);
    const x = tensor("int64", [2, 2], [1, 2, 3, 4]);
    expect(describeLayer(cumulative, { x }, { function: "prod", axis: 0 }).values).toEqual([[1, 2, 3, 8]]);
  });

  it("refuses a scalar", () => {
    expect(() => describeLayer(cumulative, { x: float32() }, { function: "sum" })).toThrow("axis 0 lies outside a tensor of 0 dimensions");
  });

  layerTypeSuite(cumulative, {
    cases: [
      { inputs: { x: float32(2, 5) }, attributes: { function: "sum", axis: 1 }, batch: { x: 0 } },
      { inputs: { x: int64Values(1, 2, 3) }, attributes: { function: "sum", reverse: true, exclusive: true } },
      { inputs: { x: tensor("int64", [2, 2], [1, 2, 3, 4]) }, attributes: { function: "prod", axis: 0 } },
    ],
  });
});
