import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { roiAlign } from "./roi-align.ts";

describe("roi-align", () => {
  const inputs = { x: float32(2, 3, 30, 40), regions: float32(10, 4), images: int64(10) };

  it("samples the points of each bin, and pools them", () => {
    const { outputs, work, status } = describeLayer(roiAlign, inputs, { sizes: [7, 7], samples: 2 });
    expect(outputs).toEqual([{ dtype: "float32", shape: [10, 3, 7, 7] }]);
    // 10 · 49 · 4 = 1,960 points, 5,880 values, 1,470 bins of all channels
    expect(work).toEqual({
      round: 3_920,
      add: 29_890, // 7,840 for fractions, 5,880 · 3, 1,470 · 3 for the mean
      multiply: 31_360, // 7,840 products of weights, 5,880 · 4
      divide: 1_470,
    });
    expect(status).toBeUndefined();
  });

  it("is an upper bound where the points depend on the regions", () => {
    const { work, status } = describeLayer(roiAlign, inputs, { sizes: [7, 7], function: "max" });
    expect(status).toBe("at-most");
    expect(work).toMatchObject({ round: 29_400, compare: 42_630 }); // ⌈30 / 7⌉ · ⌈40 / 7⌉ = 30 points: 490 · 30 · 2; 1,470 · 29
  });

  it("has an image for each region", () => {
    expect(() => describeLayer(roiAlign, { ...inputs, images: int64(9) }, { sizes: [7, 7] })).toThrow(
      "there are 10 regions, and images for 9",
    );
    expect(() => describeLayer(roiAlign, { ...inputs, regions: float32(10, 5) }, { sizes: [7, 7] })).toThrow("regions is 10×5, not 10×4");
  });

  layerTypeSuite(roiAlign, {
    cases: [
      {
        inputs: { x: float32(2, 3, 30, 40), regions: float32(10, 4), images: int64(10) },
        attributes: { sizes: [7, 7], samples: 2 },
        batch: { x: 0, regions: 0, images: 0 },
      },
    ],
  });
});
