import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { spaceToBatch } from "./space-to-batch.ts";

describe("space-to-batch", () => {
  it("moves blocks into the batch, and computes nothing", () => {
    expect(describeLayer(spaceToBatch, { x: float32(1, 8, 9, 3) }, { block: [2, 5], pads: [0, 0, 0, 1] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [10, 4, 2, 3] }], // 1 · 2 · 5, 8 / 2, (9 + 1) / 5
      work: {},
    });
  });

  it("refuses blocks that do not divide", () => {
    expect(() => describeLayer(spaceToBatch, { x: float32(1, 8, 9, 3) }, { block: [2, 2] })).toThrow(
      "blocks of 2 do not divide dimension 2, of padded size 9",
    );
    expect(() => describeLayer(spaceToBatch, { x: float32(1, 8) }, { block: [2, 2] })).toThrow(
      "2 dimensions do not hold a batch and 2 blocked ones",
    );
    expect(() => describeLayer(spaceToBatch, { x: float32(1, 8) }, { block: [2], pads: [1] })).toThrow(
      "1 blocked dimensions take 2 pads, not 1",
    );
    expect(() => describeLayer(spaceToBatch, { x: float32(1, 8) }, { block: [0] })).toThrow("attribute block[0]: must be at least 1");
  });

  layerTypeSuite(spaceToBatch, {
    cases: [{ inputs: { x: float32(1, 8, 9, 3) }, attributes: { block: [2, 5], pads: [0, 0, 0, 1] }, batch: { x: 0 } }],
  });
});
