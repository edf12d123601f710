import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { groupNorm } from "./group-norm.ts";
import { layerNorm } from "./layer-norm.ts";

describe("group-norm", () => {
  it("normalises each sample's groups", () => {
    const { outputs, work } = describeLayer(groupNorm, { x: float32(2, 64, 8, 8) }, { groups: 32 });
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 64, 8, 8] }]);
    expect(work).toEqual({
      add: 32_832, // 8,192 · 4 + 64 groups
      multiply: 24_576, // 8,192 · 3
      divide: 192, // 64 · 3
      sqrt: 64,
    });
  });

  it("holds a scale and a shift for each channel", () => {
    const x = float32(2, 8, 8, 64);
    expect(weightsOf(groupNorm, { x }, { groups: 32, layout: "channels-last" })).toEqual({
      scale: [64],
      bias: { shape: [64], role: "bias" },
    });
    expect(weightsOf(groupNorm, { x }, { groups: 2, scale: false, shift: false })).toEqual({});
  });

  it("refuses groups of unequal size", () => {
    expect(() => describeLayer(groupNorm, { x: float32(2, 10, 8) }, { groups: 4 })).toThrow("10 channels do not divide into 4 groups");
  });

  it("is a layer norm where there is one group", () => {
    const size = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(size, size, size, fc.boolean(), (batch, channels, width, affine) => {
        const x = float32(batch, channels, width);
        const grouped = describeLayer(groupNorm, { x }, { groups: 1, scale: affine, shift: affine });
        expect(grouped).toEqual(describeLayer(layerNorm, { x }, { axes: [1, 2], scale: affine, shift: affine }));
      }),
    );
  });

  layerTypeSuite(groupNorm, {
    cases: [
      { inputs: { x: float32(2, 64, 8, 8) }, attributes: { groups: 32 }, batch: { x: 0 } },
      { inputs: { x: float32(17, 3, 20) }, attributes: { groups: 1, scale: true, shift: true }, batch: { x: 0 } },
      { inputs: { x: float32(4, 2, 16) }, attributes: { groups: 1, scale: false, shift: false }, batch: { x: 0 } },
    ],
  });
});
