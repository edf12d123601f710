import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { affineGrid } from "./affine-grid.ts";

describe("affine-grid", () => {
  it("transforms each point of the plane, or of space", () => {
    expect(describeLayer(affineGrid, { theta: float32(4, 2, 3) }, { sizes: [5, 6] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [4, 5, 6, 2] }],
      work: { multiply: 480, add: 480 }, // 4 · 5 · 6 · 2 coordinates · 2
    });
    expect(describeLayer(affineGrid, { theta: float32(1, 3, 4) }, { sizes: [2, 2, 2] })).toMatchObject({
      outputs: [{ shape: [1, 2, 2, 2, 3] }],
      work: { multiply: 72 }, // 8 · 3 · 3
    });
  });

  it("refuses a matrix of another size", () => {
    expect(() => describeLayer(affineGrid, { theta: float32(4, 3, 4) }, { sizes: [5, 6] })).toThrow("theta is 4×3×4, not N×2×3");
  });

  layerTypeSuite(affineGrid, {
    cases: [{ inputs: { theta: float32(4, 2, 3) }, attributes: { sizes: [5, 6] }, batch: { theta: 0 } }],
  });
});
