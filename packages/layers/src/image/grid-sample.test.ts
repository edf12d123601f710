import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { gridSample } from "./grid-sample.ts";

describe("grid-sample", () => {
  const x = float32(2, 3, 8, 8);

  it("samples each channel at each point", () => {
    const { outputs, work } = describeLayer(gridSample, { x, grid: float32(2, 4, 5, 2) });
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 3, 4, 5] }]);
    // 2 · 4 · 5 = 40 points of 2 coordinates, 120 values
    expect(work).toEqual({
      add: 680, // 160 to place them, 160 for fractions, 120 · 3
      multiply: 800, // 160 to place them, 40 · 4 products of weights, 120 · 4
      round: 80,
    });
  });

  it("copies the nearest element, in any number of dimensions", () => {
    const { outputs, work } = describeLayer(gridSample, { x: float32(1, 3, 8), grid: float32(1, 6, 1) }, { mode: "nearest" });
    expect(outputs[0]).toMatchObject({ shape: [1, 3, 6] });
    expect(work).toEqual({ add: 12, multiply: 12, round: 6 });
  });

  it("refuses a grid of another batch or number of coordinates", () => {
    expect(() => describeLayer(gridSample, { x, grid: float32(1, 4, 5, 2) })).toThrow(
      "grid is 1×4×5×2, not 2 × 2 output sizes × 2 coordinates",
    );
    expect(() => describeLayer(gridSample, { x, grid: float32(2, 4, 5, 3) })).toThrow("grid is 2×4×5×3");
  });

  layerTypeSuite(gridSample, {
    cases: [
      { inputs: { x: float32(2, 3, 8, 8), grid: float32(2, 4, 5, 2) }, batch: { x: 0, grid: 0 } },
      { inputs: { x: float32(1, 3, 8), grid: float32(1, 6, 1) }, attributes: { mode: "nearest" }, batch: { x: 0, grid: 0 } },
    ],
  });
});
