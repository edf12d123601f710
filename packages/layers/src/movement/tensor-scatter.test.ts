import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { tensorScatter } from "./tensor-scatter.ts";

describe("tensor-scatter", () => {
  it("has the cache's shape, and computes nothing", () => {
    expect(describeLayer(tensorScatter, { x: float32(2, 8, 100, 64), update: float32(2, 8, 1, 64), positions: int64(2) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 8, 100, 64] }],
      work: {},
    });
  });

  it("refuses what does not fit", () => {
    const x = float32(2, 100, 64);
    expect(() => describeLayer(tensorScatter, { x, update: float32(2, 101, 64) })).toThrow(
      "an update of 2×101×64 does not fit 2×100×64 along axis 1",
    );
    expect(() => describeLayer(tensorScatter, { x, update: float32(2, 1, 64), positions: int64(3) })).toThrow(
      "there are positions of 3 for a batch of 2",
    );
    expect(() => describeLayer(tensorScatter, { x, update: x }, { axis: 0 })).toThrow("positions cannot count along the batch");
  });

  layerTypeSuite(tensorScatter, {
    cases: [
      {
        inputs: { x: float32(2, 8, 100, 64), update: float32(2, 8, 1, 64), positions: int64(2) },
        batch: { x: 0, update: 0, positions: 0 },
      },
    ],
  });
});
