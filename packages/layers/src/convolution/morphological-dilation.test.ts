import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { morphologicalDilation } from "./morphological-dilation.ts";

describe("morphological-dilation", () => {
  const x = float32(1, 8, 8, 3);
  const attributes = { kernel: [3, 3], strides: [2, 2], pads: [0, 0, 1, 1], layout: "channels-last" };

  it("adds weights and finds the largest", () => {
    expect(describeLayer(morphologicalDilation, { x }, attributes)).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 4, 4, 3] }], // ⌊(8 + 1 − 3) / 2⌋ + 1
      work: { add: 432, compare: 384 }, // 48 · 9; 48 · 8
    });
  });

  it("holds a weight for each place and channel", () => {
    expect(weightsOf(morphologicalDilation, { x }, attributes)).toEqual({ weight: [3, 3, 3] });
  });

  layerTypeSuite(morphologicalDilation, {
    cases: [
      {
        inputs: { x: float32(1, 8, 8, 3) },
        attributes: { kernel: [3, 3], strides: [2, 2], pads: [0, 0, 1, 1], layout: "channels-last" },
        batch: { x: 0 },
      },
    ],
  });
});
