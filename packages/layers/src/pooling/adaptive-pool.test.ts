import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { adaptivePool } from "./adaptive-pool.ts";

describe("adaptive-pool", () => {
  it("divides what divides evenly", () => {
    // 2 · 3 channels of 4 · 2 windows of 2 · 3
    expect(describeLayer(adaptivePool, { x: float32(2, 3, 8, 6) }, { function: "average", size: [4, 2] })).toMatchObject({
      outputs: [float32(2, 3, 4, 2)],
      work: { add: 240, divide: 48 }, // 48 · 5; 48
    });
  });

  it("lets windows share elements otherwise", () => {
    // 10 into 3: 0–4, 3–7, 6–10, of 4 elements each; 5 channels
    expect(describeLayer(adaptivePool, { x: float32(1, 10, 5) }, { function: "max", size: [3], layout: "channels-last" })).toMatchObject({
      outputs: [float32(1, 3, 5)],
      work: { compare: 45 }, // 5 · 3 · 3
    });
    // 4 into 6: 0–1, 0–2, 1–2, 2–3, 2–4, 3–4, of 1, 2, 1, 1, 2, 1
    expect(describeLayer(adaptivePool, { x: float32(1, 1, 4) }, { function: "max", size: [6] }).work).toEqual({ compare: 2 });
  });

  it("refuses a size of another rank", () => {
    expect(() => describeLayer(adaptivePool, { x: float32(1, 3, 8, 6) }, { function: "max", size: [4] })).toThrow(
      "the input has 2 spatial dimensions, the output 1",
    );
  });

  layerTypeSuite(adaptivePool, {
    cases: [{ inputs: { x: float32(2, 3, 8, 6) }, attributes: { function: "average", size: [3, 6] }, batch: { x: 0 } }],
  });
});
