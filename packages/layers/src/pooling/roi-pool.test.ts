import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { roiPool } from "./roi-pool.ts";

describe("roi-pool", () => {
  it("compares at most what the bins of the whole map hold", () => {
    expect(describeLayer(roiPool, { x: float32(1, 3, 30, 40), regions: float32(10, 5) }, { sizes: [6, 50] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [10, 3, 6, 50] }],
      work: { compare: 99_000 }, // 9,000 bins of (30 / 6 + 1) · (1 + 1) elements, less one
      status: "at-most",
    });
  });

  it("takes regions of five numbers", () => {
    expect(() => describeLayer(roiPool, { x: float32(1, 3, 30, 40), regions: float32(10, 4) }, { sizes: [7, 7] })).toThrow(
      "regions is 10×4, not 10×5",
    );
  });

  layerTypeSuite(roiPool, {
    cases: [{ inputs: { x: float32(1, 3, 30, 40), regions: float32(10, 5) }, attributes: { sizes: [6, 50] }, batch: { x: 0, regions: 0 } }],
  });
});
