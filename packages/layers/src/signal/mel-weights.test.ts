import { describeLayer, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { melWeights } from "./mel-weights.ts";

describe("mel-weights", () => {
  it("has a row for each bin and a column for each band", () => {
    expect(describeLayer(melWeights, {}, { bands: 8, length: 16 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [9, 8] }],
      work: { power: 10, multiply: 10, add: 154, divide: 154, compare: 144 }, // 10 corners, 72 elements
      status: "estimate",
    });
  });

  layerTypeSuite(melWeights, {
    cases: [{ inputs: {}, attributes: { bands: 8, length: 16 } }],
  });
});
