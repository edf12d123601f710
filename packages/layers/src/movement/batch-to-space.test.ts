import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { batchToSpace } from "./batch-to-space.ts";

describe("batch-to-space", () => {
  it("puts blocks together, and computes nothing", () => {
    expect(describeLayer(batchToSpace, { x: float32(10, 4, 2, 3) }, { block: [2, 5], crops: [0, 0, 0, 1] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 8, 9, 3] }], // 10 / (2 · 5), 4 · 2, 2 · 5 − 1
      work: {},
    });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(batchToSpace, { x: float32(3, 4, 4) }, { block: [2] })).toThrow(
      "a batch of 3 does not divide into blocks of 2",
    );
    expect(() => describeLayer(batchToSpace, { x: float32(4, 2) }, { block: [2], crops: [3, 2] })).toThrow(
      "crops take away more than the 4 of dimension 1",
    );
    expect(() => describeLayer(batchToSpace, { x: float32(4) }, { block: [2] })).toThrow(
      "1 dimensions do not hold a batch and 1 blocked ones",
    );
    expect(() => describeLayer(batchToSpace, { x: float32(4, 2) }, { block: [2], crops: [3] })).toThrow(
      "1 blocked dimensions take 2 crops, not 1",
    );
  });

  layerTypeSuite(batchToSpace, {
    cases: [{ inputs: { x: float32(10, 4, 2, 3) }, attributes: { block: [2, 5], crops: [0, 0, 0, 1] }, batch: { x: 0 } }],
  });
});
