import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { timeWarping } from "./time-warping.ts";

describe("time-warping", () => {
  it("visits each element once, and goes back at most along two edges", () => {
    expect(describeLayer(timeWarping, { cost: float32(1, 4, 5) })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [2, 8], status: "at-most" }], // 4 + 5 − 1
      work: { compare: 56, add: 20 }, // 2 · 20 + 2 · 8
      status: "at-most",
    });
  });

  it("has one way through a row", () => {
    expect(describeLayer(timeWarping, { cost: float32(1, 5) }, { dtype: "int64" }).outputs).toEqual([{ dtype: "int64", shape: [2, 5] }]);
  });

  it("refuses what is no matrix", () => {
    expect(() => describeLayer(timeWarping, { cost: float32(5) })).toThrow("the costs are 5, no matrix");
    expect(() => describeLayer(timeWarping, { cost: float32(0, 5) })).toThrow("the costs are 0×5, no matrix");
  });

  layerTypeSuite(timeWarping, {
    cases: [
      { inputs: { cost: float32(1, 4, 5) } },
      { inputs: { cost: float32(1, 5) }, attributes: { dtype: "int64" }, batch: { cost: 0 } },
    ],
  });
});
