import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { reverse } from "./reverse.ts";

describe("reverse", () => {
  it("keeps the shape, and computes nothing", () => {
    expect(describeLayer(reverse, { x: float32(2, 3) }, { axes: [-1] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: {},
    });
  });

  it("turns axes round", () => {
    const x = tensor("int64", [2, 3], [1, 2, 3, 4, 5, 6]);
    expect(describeLayer(reverse, { x }, { axes: [1] }).values).toEqual([[3, 2, 1, 6, 5, 4]]);
    expect(describeLayer(reverse, { x }, { axes: [0, 1] }).values).toEqual([[6, 5, 4, 3, 2, 1]]);
    expect(describeLayer(reverse, { x }, { axes: [] }).values).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it("refuses an axis twice", () => {
    expect(() => describeLayer(reverse, { x: float32(2, 3) }, { axes: [1, -1] })).toThrow("axis -1 is named twice");
  });

  layerTypeSuite(reverse, {
    cases: [{ inputs: { x: float32(2, 3) }, attributes: { axes: [-1] }, batch: { x: 0 } }],
  });
});
