import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { gatherElements } from "./gather-elements.ts";

describe("gather-elements", () => {
  it("has the indices' shape, and reads only what it takes", () => {
    expect(describeLayer(gatherElements, { x: float32(100, 50), indices: int64(7, 50) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [7, 50] }],
      work: {},
      traffic: { read: 4200 }, // 350 elements of 4 bytes, 350 indices of 8
    });
  });

  it("takes each element from its own line", () => {
    const x = tensor("int64", [3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const indices = tensor("int64", [2, 3], [1, 2, 0, 2, 0, -3]);
    // Column 0: rows 1, 2; column 1: rows 2, 0; column 2: rows 0, 0.
    expect(describeLayer(gatherElements, { x, indices }).values).toEqual([[4, 8, 3, 7, 2, 3]]);
    const along = tensor("int64", [2, 2], [0, 0, 1, 0]);
    expect(describeLayer(gatherElements, { x: tensor("int64", [2, 2], [1, 2, 3, 4]), indices: along }, { axis: 1 }).values).toEqual([
      [1, 1, 4, 3],
    ]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(gatherElements, { x: float32(3, 3), indices: int64(3) })).toThrow("indices of 3 do not fit 3×3");
    expect(() => describeLayer(gatherElements, { x: float32(3, 3), indices: int64(3, 4) })).toThrow("indices of 3×4 do not fit 3×3");
    expect(() => describeLayer(gatherElements, { x: float32(3), indices: float32(3) })).toThrow(
      "the indices must be integers, not float32",
    );
  });

  layerTypeSuite(gatherElements, {
    cases: [
      { inputs: { x: float32(100, 50), indices: int64(7, 50) }, batch: { x: 0, indices: 0 } },
      { inputs: { x: tensor("int64", [2, 2], [1, 2, 3, 4]), indices: tensor("int64", [2, 2], [0, 0, 1, 0]) }, attributes: { axis: 1 } },
    ],
  });
});
