import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { experts } from "./experts.ts";

const apply = (attributes: object, tokens = 6) =>
  describeLayer(experts, { x: float32(tokens, 16), scores: float32(tokens, 4) }, { experts: 4, units: 32, ...attributes });

describe("experts", () => {
  it("counts the experts that run", () => {
    const { outputs, work, traffic } = apply({ active: 2, function: "relu" });
    expect(outputs).toEqual([{ dtype: "float32", shape: [6, 16] }]);
    expect(work).toEqual({
      mac: 12_288, // 6 tokens · 2 experts · 16 · 32 · 2
      multiply: 192, // 6 · 2 · 16 to weight
      add: 240, // 6 · 2 · 16 to sum, 6 · 4 · 2 for softmax
      compare: 456, // 6 · 2 · 32 for relu, 6 · 2 · 4 to choose, 6 · 4 for softmax
      exp: 24,
      divide: 24,
    });
    expect(traffic).toEqual({ read: 4 * (96 + 24 + 4096) }); // x, scores, 4 experts of 16 · 32 · 2
  });

  it("reads few experts for few tokens, in their own dtype", () => {
    expect(apply({ weightDtype: "int4" }, 1).traffic).toEqual({ read: 4 * (16 + 4) + 512 }); // 1 expert of 1024 elements, 4 bits each
  });

  it("counts a gate and biases", () => {
    const { work } = apply({ function: "swish", gated: true, bias: true }, 1);
    expect(work.mac).toBe(1536); // 16 · 32 · 3
    expect(work.multiply).toBe(80); // 32 for swish, 32 for the gate, 16 to weight
    expect(work.add).toBe(136); // 32 for swish, 64 + 16 biases, 16 to sum, 8 for softmax
  });

  it("does without a function", () => {
    expect(apply({}, 1).work).toEqual({ mac: 1024, multiply: 16, add: 24, compare: 8, exp: 4, divide: 4 });
  });

  it("refuses scores and choices that do not fit", () => {
    expect(() => apply({ active: 5 })).toThrow("5 of 4 experts cannot be active");
    expect(() => describeLayer(experts, { x: float32(6, 16), scores: float32(5, 4) }, { experts: 4, units: 32 })).toThrow(
      "scores of 5×4 are not those of 6 tokens and 4 experts",
    );
  });

  layerTypeSuite(experts, {
    cases: [
      {
        inputs: { x: float32(6, 16), scores: float32(6, 4) },
        attributes: { experts: 4, units: 32, active: 2, function: "relu" },
        batch: { x: 0, scores: 0 },
      },
      {
        inputs: { x: float32(1, 16), scores: float32(1, 4) },
        attributes: { experts: 4, units: 32, function: "swish", gated: true, bias: true },
        batch: { x: 0, scores: 0 },
      },
    ],
  });
});
