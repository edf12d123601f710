import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { relativePositionBias } from "./relative-position-bias.ts";

describe("relative-position-bias", () => {
  it("looks up a bias for each pair", () => {
    expect(describeLayer(relativePositionBias, { table: float32(32, 8) }, { queries: 5, keys: 7 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 8, 5, 7] }],
      work: { add: 70, compare: 70, log: 35, divide: 35, multiply: 35, round: 35 },
      traffic: { read: 1120 }, // 8 · 35 · 4 bytes
    });
  });

  it("refuses another table", () => {
    expect(() => describeLayer(relativePositionBias, { table: float32(32) }, { queries: 5, keys: 7 })).toThrow(
      "the table is 32, not buckets × heads",
    );
  });

  layerTypeSuite(relativePositionBias, {
    cases: [{ inputs: { table: float32(32, 8) }, attributes: { queries: 5, keys: 7 } }],
  });
});
