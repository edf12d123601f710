import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { pairwiseDistance } from "./pairwise-distance.ts";

const apply = (metric: string) => describeLayer(pairwiseDistance, { a: float32(4, 8), b: float32(6, 8) }, { metric });

describe("pairwise-distance", () => {
  it("compares each row with each", () => {
    const { outputs, work } = apply("euclidean");
    expect(outputs).toEqual([{ dtype: "float32", shape: [4, 6] }]);
    expect(work).toEqual({ add: 384, multiply: 192, sqrt: 24 }); // 4 · 6 pairs of 8 elements
  });

  it("knows other distances", () => {
    expect(apply("squared-euclidean").work).toEqual({ add: 384, multiply: 192 });
    expect(apply("city-block").work).toEqual({ add: 576 });
    expect(apply("chebyshev").work).toEqual({ add: 384, compare: 192 });
  });

  it("refuses rows of another length", () => {
    expect(() => describeLayer(pairwiseDistance, { a: float32(4, 8), b: float32(6, 7) })).toThrow(
      "4×8 and 6×7 are no matrices with rows of one length",
    );
  });

  layerTypeSuite(pairwiseDistance, {
    cases: [{ inputs: { a: float32(4, 8), b: float32(6, 8) }, attributes: { metric: "euclidean" }, batch: { a: 0 } }],
  });
});
