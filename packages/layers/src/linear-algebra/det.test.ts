import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { det } from "./det.ts";

describe("det", () => {
  it("factorises each matrix", () => {
    // n = 3: updates 2 · 3 · 5 / 6 = 5, pairs 3; the diagonal takes 2 multiplications
    expect(describeLayer(det, { x: float32(4, 3, 3) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [4] }],
      work: { multiply: 28, add: 20, divide: 12, compare: 12 },
      status: "estimate",
    });
    expect(describeLayer(det, { x: float32(1, 1) })).toMatchObject({
      outputs: [{ shape: [] }],
      work: { multiply: 0, add: 0, divide: 0, compare: 0 },
    });
    expect(describeLayer(det, { x: float32(5, 0, 0) }).work).toEqual({ multiply: 0, add: 0, divide: 0, compare: 0 });
  });

  it("refuses what is not square", () => {
    expect(() => describeLayer(det, { x: float32(2, 3) })).toThrow("2×3 holds no square matrices");
    expect(() => describeLayer(det, { x: float32(3) })).toThrow("3 holds no square matrices");
  });

  layerTypeSuite(det, {
    cases: [{ inputs: { x: float32(4, 3, 3) }, batch: { x: 0 } }],
  });
});
