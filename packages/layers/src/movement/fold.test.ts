import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";

describe("fold", () => {
  it("adds blocks together into an image", () => {
    // Blocks of 1×5 have 5 × 1 positions on 5×5; 2 channels of 5 elements are 10 rows.
    const { outputs, work } = describeLayer(fold, { x: float32(1, 10, 5) }, { shape: [5, 5], kernel: [1, 5] });
    expect(outputs).toEqual([{ dtype: "float32", shape: [1, 2, 5, 5] }]);
    expect(work).toEqual({ add: 50 });
  });

  it("follows strides, dilations and pads", () => {
    // Height: (6 + 2 − 2 · 1 − 1) / 2 + 1, rounded down: 3; width: 6 − 2 + 1 = 5.
    const attributes = { shape: [6, 6], kernel: [2, 2], strides: [2, 1], dilations: [2, 1], pads: [1, 0, 1, 0] };
    expect(describeLayer(fold, { x: float32(2, 4, 15) }, attributes).outputs).toEqual([{ dtype: "float32", shape: [2, 1, 6, 6] }]);
  });

  it("refuses blocks that do not make up the image", () => {
    expect(() => describeLayer(fold, { x: float32(1, 5, 6) }, { shape: [5, 5], kernel: [1, 5] })).toThrow(
      "there are 6 blocks, the image has 5",
    );
    expect(() => describeLayer(fold, { x: float32(1, 6, 5) }, { shape: [5, 5], kernel: [1, 5] })).toThrow(
      "6 rows do not divide into blocks of 5 elements",
    );
    expect(() => describeLayer(fold, { x: float32(5, 5) }, { shape: [5, 5], kernel: [1, 5] })).toThrow(
      "5×5 is not batch × block elements × blocks",
    );
    expect(() => describeLayer(fold, { x: float32(1, 5, 5) }, { shape: [5], kernel: [1, 5] })).toThrow(
      "blocks of 2 dimensions do not make up an image of 1",
    );
  });

  layerTypeSuite(fold, {
    cases: [
      { inputs: { x: float32(1, 10, 5) }, attributes: { shape: [5, 5], kernel: [1, 5] }, batch: { x: 0 } },
      {
        inputs: { x: float32(2, 4, 15) },
        attributes: { shape: [6, 6], kernel: [2, 2], strides: [2, 1], dilations: [2, 1], pads: [1, 0, 1, 0] },
        batch: { x: 0 },
      },
    ],
  });
});
