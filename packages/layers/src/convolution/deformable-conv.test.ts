import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { deformableConv } from "./deformable-conv.ts";

describe("deformable-conv", () => {
  const attributes = { filters: 4, kernel: [2, 2] };
  const x = float32(1, 2, 4, 4); // output positions: 3 × 3

  it("samples each kernel element, then convolves", () => {
    const { outputs, work } = describeLayer(deformableConv, { x, offset: float32(1, 8, 3, 3) }, attributes);
    expect(outputs).toEqual([{ dtype: "float32", shape: [1, 4, 3, 3] }]);
    expect(work).toEqual({
      mac: 288, // 36 output elements · 2 channels · 4
      round: 72, // 36 places · 2 coordinates
      add: 432, // 36 · 2 offsets; 36 · 2 · 2 fractions; 72 reads · 3
      multiply: 432, // 36 · 4 products of weights; 72 reads · 4
    });
  });

  it("scales what is read by a mask", () => {
    const inputs = { x, offset: float32(1, 16, 3, 3), mask: float32(1, 8, 3, 3) };
    const { work } = describeLayer(deformableConv, inputs, { ...attributes, offsetGroups: 2, bias: true });
    expect(work).toMatchObject({ mac: 288, multiply: 648 }); // 72 places · 4; 72 reads · 4; 72 masked
  });

  it("refuses offsets and masks of other shapes", () => {
    expect(() => describeLayer(deformableConv, { x, offset: float32(1, 4, 3, 3) }, attributes)).toThrow("offset is 1×4×3×3, not 1×8×3×3");
    const inputs = { x, offset: float32(1, 8, 3, 3), mask: float32(1, 4, 2, 3) };
    expect(() => describeLayer(deformableConv, inputs, attributes)).toThrow("mask is 1×4×2×3, not 1×4×3×3");
    expect(() => describeLayer(deformableConv, inputs, { ...attributes, offsetGroups: 3 })).toThrow(
      "2 input channels do not divide into 3 offset groups",
    );
  });

  layerTypeSuite(deformableConv, {
    cases: [
      {
        inputs: { x: float32(1, 2, 4, 4), offset: float32(1, 8, 3, 3) },
        attributes: { filters: 4, kernel: [2, 2] },
        batch: { x: 0, offset: 0 },
      },
      {
        inputs: { x: float32(1, 2, 4, 4), offset: float32(1, 16, 3, 3), mask: float32(1, 8, 3, 3) },
        attributes: { filters: 4, kernel: [2, 2], offsetGroups: 2, bias: true },
        batch: { x: 0, offset: 0, mask: 0 },
      },
    ],
  });
});
