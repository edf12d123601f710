import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { layerNorm } from "./layer-norm.ts";

describe("layer-norm", () => {
  const x = float32(2, 128, 768); // 196,608 elements in 256 groups

  it("normalises the last axis", () => {
    const { outputs, work } = describeLayer(layerNorm, { x }, { shift: true });
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 128, 768] }]);
    expect(work).toEqual({
      add: 786_688, // 196,608 · 4 + 256
      multiply: 589_824, // 196,608 · 3
      divide: 768, // 256 · 3
      sqrt: 256,
    });
  });

  it("leaves the mean where it is, of root-mean-square", () => {
    expect(describeLayer(layerNorm, { x }, { kind: "rms" }).work).toEqual({
      add: 196_864, // 196,608 · 1 + 256
      multiply: 589_824, // squares, scaled by the inverse deviation, scaled
      divide: 512, // 256 · 2
      sqrt: 256,
    });
  });

  it("normalises any axes together, and holds what they need", () => {
    const attributes = { axes: [1, -1], shift: true };
    expect(describeLayer(layerNorm, { x: float32(2, 3, 5, 7) }, attributes).work).toMatchObject({ sqrt: 10 }); // 2 · 5
    expect(weightsOf(layerNorm, { x: float32(2, 3, 5, 7) }, attributes)).toEqual({ scale: [3, 7], bias: { shape: [3, 7], role: "bias" } });
    expect(weightsOf(layerNorm, { x }, { scale: false })).toEqual({});
    expect(() => describeLayer(layerNorm, { x }, { axes: [] })).toThrow("no axis is normalised");
    expect(() => describeLayer(layerNorm, { x }, { axes: [3] })).toThrow("axis 3 lies outside a tensor of 3 dimensions");
  });

  it("gives out mean and inverse deviation", () => {
    const half = tensor("float16", [2, 128, 768]);
    const given = { dtype: "float32", shape: [2, 128, 1] };
    const attributes = { statistics: true, statisticsDtype: "float32" };
    expect(describeLayer(layerNorm, { x: half }, attributes).outputs.slice(1)).toEqual([given, given]);
    expect(describeLayer(layerNorm, { x: half }, { ...attributes, kind: "rms" }).outputs.slice(1)).toEqual([given]);
  });

  layerTypeSuite(layerNorm, {
    cases: [
      { inputs: { x: float32(17, 3, 20) }, attributes: { axes: [1, 2], scale: true, shift: true }, batch: { x: 0 } },
      { inputs: { x: float32(4, 2, 16) }, attributes: { axes: [1, 2], scale: false, shift: false }, batch: { x: 0 } },
    ],
  });
});
