import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { multinomial } from "./multinomial.ts";

describe("multinomial", () => {
  it("draws samples row by row", () => {
    expect(describeLayer(multinomial, { x: float32(2, 10) }, { samples: 3, dtype: "int32" })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [2, 3] }],
      work: { exp: 20, add: 20, random: 6, multiply: 6, compare: 24 }, // ⌈log2 10⌉ = 4 comparisons for each of 6 samples
      status: "estimate",
    });
  });

  it("refuses other shapes", () => {
    expect(() => describeLayer(multinomial, { x: float32(3) }, { samples: 1 })).toThrow("3 is not batch × classes");
  });

  layerTypeSuite(multinomial, {
    cases: [{ inputs: { x: float32(2, 10) }, attributes: { samples: 3, dtype: "int32" }, batch: { x: 0 } }],
  });
});
