import { describeLayer, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { suffixMatch } from "./suffix-match.ts";

describe("suffix-match", () => {
  it("tries each length at each place", () => {
    expect(describeLayer(suffixMatch, { source: int64(5), tokens: int64(4) })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [] }],
      work: { compare: 22 }, // 1 · 5 + 2 · 4 + 3 · 3
      status: "at-most",
    });
    expect(describeLayer(suffixMatch, { source: int64(5), tokens: int64(2) }, { shortest: 2 }).work).toEqual({ compare: 8 });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(suffixMatch, { source: int64(5, 1), tokens: int64(4) })).toThrow(
      "source and tokens are 5×1 and 4, not vectors",
    );
    expect(() => describeLayer(suffixMatch, { source: int64(5), tokens: int64(4) }, { shortest: 4 })).toThrow(
      "the shortest n-gram (4) is longer than the longest (3)",
    );
  });

  layerTypeSuite(suffixMatch, {
    cases: [{ inputs: { source: int64(5), tokens: int64(4) } }],
  });
});
