import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { globalPool } from "./global-pool.ts";

describe("global-pool", () => {
  it("combines all positions of each channel", () => {
    expect(describeLayer(globalPool, { x: float32(2, 512, 7, 7) }, { function: "average" })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 512, 1, 1] }],
      work: { add: 49_152, divide: 1_024 }, // 2 · 512 · 48
    });
    expect(describeLayer(globalPool, { x: float32(2, 7, 7, 512) }, { function: "max", layout: "channels-last" })).toMatchObject({
      outputs: [{ shape: [2, 1, 1, 512] }],
      work: { compare: 49_152 },
    });
    expect(describeLayer(globalPool, { x: float32(1, 2, 5) }, { function: "lp", power: 1 }).work).toEqual({ add: 18 }); // 2 · (5 + 4)
  });

  it("drops the spatial dimensions", () => {
    const { outputs } = describeLayer(
      globalPool,
      { x: float32(2, 7, 7, 512) },
      { function: "max", layout: "channels-last", keepDims: false },
    );
    expect(outputs[0]).toMatchObject({ shape: [2, 512] });
  });

  it("passes single elements on", () => {
    expect(describeLayer(globalPool, { x: float32(2, 3) }, { function: "max" })).toMatchObject({
      outputs: [{ shape: [2, 3] }],
      work: { compare: 0 },
    });
  });

  layerTypeSuite(globalPool, {
    cases: [{ inputs: { x: float32(2, 8, 5, 1) }, attributes: { function: "lp" }, batch: { x: 0 } }],
  });
});
