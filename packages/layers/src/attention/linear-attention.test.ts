import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { linearAttention } from "./linear-attention.ts";

const sequence = { query: float32(2, 5, 16), key: float32(2, 5, 16), value: float32(2, 5, 32) }; // heads of 8 and 16 elements
const apply = (attributes: object, inputs = {}) => describeLayer(linearAttention, { ...sequence, ...inputs }, { heads: 2, ...attributes });

describe("linear-attention", () => {
  it("updates and reads the state of each head", () => {
    const { outputs, work } = apply({});
    expect(outputs).toEqual([
      { dtype: "float32", shape: [2, 5, 32] },
      { dtype: "float32", shape: [2, 2, 8, 16] },
    ]);
    expect(work).toEqual({ mac: 5120, multiply: 320 }); // 10 tokens · 2 heads · 8 · 16 · 2; scale: 10 · 2 · 16
  });

  it("decays, and reads before it writes", () => {
    expect(apply({ rule: "gated" }).work).toEqual({ mac: 5120, multiply: 2880, exp: 20 }); // + 10 · 2 · 8 · 16; one exponential a head
    expect(apply({ rule: "gated-delta" }, { decay: float32(2, 5, 16) }).work).toEqual({
      mac: 7680, // 10 · 2 · 8 · 16 · 3
      multiply: 3200, // + 10 · 2 · 16
      exp: 160, // 10 · 2 · 8
      add: 320, // 10 · 2 · 16
    });
  });

  it("shares keys among query heads, or queries among value heads", () => {
    const shared = { key: float32(2, 5, 8), value: float32(2, 5, 16) };
    expect(apply({ kvHeads: 1 }, shared).work.mac).toBe(3840); // 10 · 8 · 16 · (1 + 2)
    const inverse = { query: float32(2, 5, 8), key: float32(2, 5, 16), value: float32(2, 5, 32) };
    expect(apply({ heads: 1, kvHeads: 2, stateDtype: "float16" }, inverse).outputs).toEqual([
      { dtype: "float32", shape: [2, 5, 32] },
      { dtype: "float16", shape: [2, 2, 8, 16] },
    ]);
  });

  it("keeps a state for each value head", () => {
    const few = { query: float32(2, 5, 8), key: float32(2, 5, 8) };
    const { outputs, work } = apply({ heads: 1, valueHeads: 2 }, few);
    expect(outputs).toEqual([
      { dtype: "float32", shape: [2, 5, 32] },
      { dtype: "float32", shape: [2, 2, 8, 16] },
    ]);
    expect(work.mac).toBe(5120); // 10 tokens · 2 value heads · 8 · 16 · 2
    expect(() => apply({ kvHeads: 2, valueHeads: 3 })).toThrow("3 value heads do not divide into 2 key heads");
  });

  it("refuses heads that do not fit", () => {
    expect(() => apply({}, { query: float32(5, 16) })).toThrow("query is 5×16, not batch × length × features");
    expect(() => apply({ heads: 3 })).toThrow("16 features of query do not divide into 3 heads");
    expect(() => apply({}, { query: float32(2, 5, 12) })).toThrow("a query head has 6 elements, a key head 8");
  });

  layerTypeSuite(linearAttention, {
    cases: [
      {
        inputs: { query: float32(2, 5, 16), key: float32(2, 5, 16), value: float32(2, 5, 32) },
        attributes: { heads: 2 },
        batch: { query: 0, key: 0, value: 0 },
      },
      {
        inputs: { query: float32(2, 5, 16), key: float32(2, 5, 16), value: float32(2, 5, 32), decay: float32(2, 5, 16) },
        attributes: { heads: 2, rule: "gated-delta" },
        batch: { query: 0, key: 0, value: 0, decay: 0 },
      },
      {
        inputs: { query: float32(2, 5, 8), key: float32(2, 5, 16), value: float32(2, 5, 32) },
        attributes: { heads: 1, kvHeads: 2, stateDtype: "float16" },
        batch: { query: 0, key: 0, value: 0 },
      },
    ],
  });
});
