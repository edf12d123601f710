import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { attentionLstm } from "./attention-lstm.ts";

const apply = (attributes: object, memory = float32(2, 3, 4), x = float32(5, 2, 6)) =>
  describeLayer(attentionLstm, { x, memory }, { units: 7, attentionUnits: 8, biases: 0, ...attributes });

describe("attention-lstm", () => {
  it("runs a cell and attends at each step", () => {
    const { outputs, work } = apply({});
    expect(outputs).toEqual([
      { dtype: "float32", shape: [5, 1, 2, 7] },
      { dtype: "float32", shape: [1, 2, 7] },
      { dtype: "float32", shape: [1, 2, 7] },
    ]);
    // 5 steps of 2 samples, 3 places in the memory
    expect(work).toEqual({
      mac: 5_872, // 10 · (4 · 7 · (6 + 4 + 7) + 7 · 8 + 3 · (8 + 4)) and the keys, 2 · 3 · 4 · 8
      add: 580, // 10 · (7 · (3 in sigmoids + 1) + 3 · (8 + 2))
      multiply: 210, // 10 · 7 · 3
      divide: 240, // 10 · (7 · 3 + 3)
      compare: 30,
      exp: 240,
      tanh: 380, // 10 · (7 · 2 + 3 · 8)
    });
  });

  it("feeds back what a layer makes of state and context", () => {
    expect(apply({ outputUnits: 5 }).work.mac).toBe(6_702); // 10 · (4 · 7 · (6 + 5 + 7) + 56 + 36 + (7 + 4) · 5) + 192
    expect(apply({ biases: 2, peepholes: true }).work).toMatchObject({ add: 1_350, multiply: 420 }); // + 10 · 7 · (4 · 2 + 3); + 10 · 7 · 3
  });

  it("runs in both directions", () => {
    const { outputs, work } = apply({ directions: 2 });
    expect(outputs[0]).toEqual({ dtype: "float32", shape: [5, 2, 2, 7] });
    expect(work.mac).toBe(11_744); // twice 5,872
  });

  it("refuses what does not fit", () => {
    expect(() => apply({}, float32(3, 3, 4))).toThrow("the memory is 3×3×4, not 2 × places × depth");
    expect(() => apply({}, float32(2, 3, 4), float32(5, 2))).toThrow("x is 5×2, not steps × batch × features");
  });

  layerTypeSuite(attentionLstm, {
    cases: [
      {
        inputs: { x: float32(5, 2, 6), memory: float32(2, 3, 4) },
        attributes: { units: 7, attentionUnits: 8, biases: 0 },
        batch: { x: 0 },
      },
    ],
  });
});
