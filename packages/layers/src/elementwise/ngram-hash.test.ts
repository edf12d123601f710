import { describeLayer, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { ngramHash } from "./ngram-hash.ts";

describe("ngram-hash", () => {
  it("hashes the n-grams that end at each place", () => {
    expect(describeLayer(ngramHash, { tokens: int64(2, 5) }, { longest: 3, heads: 4 })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [2, 5, 8] }], // 2-grams and 3-grams, 4 hashes each
      work: { multiply: 30, logic: 20, divide: 80 }, // 10 places · 3, 2 and 8
    });
    expect(describeLayer(ngramHash, { tokens: int64(7) }, { longest: 2, offsets: true }).work).toEqual({
      multiply: 14,
      logic: 7,
      divide: 7,
      add: 7,
    });
  });

  it("needs two tokens", () => {
    expect(() => describeLayer(ngramHash, { tokens: int64(7) }, { longest: 1 })).toThrow("attribute longest: must be at least 2");
  });

  layerTypeSuite(ngramHash, {
    cases: [
      { inputs: { tokens: int64(2, 5) }, attributes: { longest: 3, heads: 4 }, batch: { tokens: 0 } },
      { inputs: { tokens: int64(7) }, attributes: { longest: 2, offsets: true }, batch: { tokens: 0 } },
    ],
  });
});
