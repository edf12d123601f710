import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { projectiveTransform } from "./projective-transform.ts";

describe("projective-transform", () => {
  const x = float32(2, 64, 64, 3);
  const attributes = { sizes: [10, 10], layout: "channels-last" };

  it("finds a point for each point of the output, and samples there", () => {
    const { outputs, work } = describeLayer(projectiveTransform, { x, transforms: float32(1, 8) }, { ...attributes, mode: "nearest" });
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 10, 10, 3] }]);
    expect(work).toEqual({ multiply: 1_200, add: 1_200, divide: 400, round: 400 }); // 200 points
  });

  it("interpolates", () => {
    const { work } = describeLayer(projectiveTransform, { x, transforms: float32(2, 8) }, attributes);
    expect(work).toEqual({
      multiply: 4_400, // 1,200 + 200 · 4 products of weights + 600 · 4
      add: 3_800, // 1,200 + 200 · 4 fractions + 600 · 3
      divide: 400,
      round: 400,
    });
  });

  it("has one transformation for all, or one for each", () => {
    expect(() => describeLayer(projectiveTransform, { x, transforms: float32(3, 8) }, attributes)).toThrow(
      "transforms is 3×8, not 2×8 or 1×8",
    );
  });

  layerTypeSuite(projectiveTransform, {
    cases: [
      {
        inputs: { x: float32(2, 64, 64, 3), transforms: float32(1, 8) },
        attributes: { sizes: [10, 10], layout: "channels-last", mode: "nearest" },
        batch: { x: 0 },
      },
    ],
  });
});
