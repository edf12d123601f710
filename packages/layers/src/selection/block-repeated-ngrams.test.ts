import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { blockRepeatedNgrams } from "./block-repeated-ngrams.ts";

describe("block-repeated-ngrams", () => {
  it("looks at each n-gram", () => {
    expect(describeLayer(blockRepeatedNgrams, { tokens: int64(2, 5), scores: float32(2, 30) }, { size: 3 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 30] }],
      work: { compare: 12 }, // 2 · 3 places · 2
      status: "at-most",
    });
  });

  it("has nothing to compare with in a short sequence", () => {
    expect(describeLayer(blockRepeatedNgrams, { tokens: int64(2, 1), scores: float32(2, 30) }, { size: 3 }).work).toEqual({ compare: 0 });
  });

  it("refuses another batch", () => {
    expect(() => describeLayer(blockRepeatedNgrams, { tokens: int64(2, 5), scores: float32(3, 30) }, { size: 3 })).toThrow(
      "tokens of 2×5 and scores of 3×30 do not belong to one batch",
    );
  });

  layerTypeSuite(blockRepeatedNgrams, {
    cases: [{ inputs: { tokens: int64(2, 5), scores: float32(2, 30) }, attributes: { size: 3 }, batch: { tokens: 0, scores: 0 } }],
  });
});
