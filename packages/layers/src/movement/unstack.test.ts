import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { unstack } from "./unstack.ts";

describe("unstack", () => {
  it("makes one output for each index along the axis", () => {
    expect(describeLayer(unstack, { x: float32(2, 3) }, { axis: 1 })).toMatchObject({
      outputs: [{ shape: [2] }, { shape: [2] }, { shape: [2] }],
      work: {},
    });
  });

  it("hands each part its values", () => {
    const x = tensor("int64", [2, 3], [1, 2, 3, 4, 5, 6]);
    expect(describeLayer(unstack, { x }).values).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(describeLayer(unstack, { x }, { axis: -1 }).values).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });

  it("refuses parts without number", () => {
    expect(() => describeLayer(unstack, { x: float32(1e9) })).toThrow("axis 0 has 1000000000 parts, more than 65536");
  });

  layerTypeSuite(unstack, {
    cases: [{ inputs: { x: float32(2, 3) }, attributes: { axis: 1 }, batch: { x: 0 } }],
  });
});
