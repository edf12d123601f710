import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { inverse } from "./inverse.ts";

describe("inverse", () => {
  it("eliminates each matrix", () => {
    // n = 3, 2 matrices: 2 · 3 · 2 = 12 eliminations of 3 multiplications and 2 subtractions; 2 · 9 divisions
    expect(describeLayer(inverse, { x: float32(2, 3, 3) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3, 3] }],
      work: { multiply: 36, add: 24, divide: 18, compare: 6 },
      status: "estimate",
    });
  });

  it("refuses what is not square", () => {
    expect(() => describeLayer(inverse, { x: float32(2, 3) })).toThrow("2×3 holds no square matrices");
  });

  layerTypeSuite(inverse, {
    cases: [{ inputs: { x: float32(2, 3, 3) }, batch: { x: 0 } }],
  });
});
