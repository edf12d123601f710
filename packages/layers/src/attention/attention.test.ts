import { describeLayer, float32, layerTypeSuite, tensor, type TestInput } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attention } from "./attention.ts";

const sequence = float32(2, 128, 768);
const apply = (attributes: object, inputs: Readonly<Record<string, TestInput>> = {}) =>
  describeLayer(attention, { query: sequence, key: sequence, value: sequence, ...inputs }, { heads: 12, ...attributes });

describe("attention", () => {
  it("scores every pair of query and key, and sums values", () => {
    const { outputs, work } = apply({});
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 128, 768] }]);
    const scores = 393_216; // 2 · 12 · 128 · 128
    expect(work).toEqual({
      mac: 50_331_648, // scores · (64 + 64)
      multiply: scores,
      compare: scores,
      exp: scores,
      add: 2 * scores,
      divide: scores,
    });
  });

  it("counts masked scores, and what a mask and a soft cap add", () => {
    expect(apply({ causal: true }).work).toEqual(apply({}).work);
    const { work } = apply({ softcap: true }, { mask: float32(128, 128) });
    expect(work).toMatchObject({ add: 1_179_648, multiply: 1_179_648, tanh: 393_216 }); // 3 · scores
  });

  it("takes heads by a dimension of their own, and values of another size", () => {
    const inputs = { query: float32(2, 8, 10, 64), key: float32(2, 8, 20, 64), value: float32(2, 8, 20, 32) };
    expect(apply({ heads: 8, layout: "heads" }, inputs)).toMatchObject({
      outputs: [{ shape: [2, 8, 10, 32] }],
      work: { mac: 307_200 }, // 2 · 8 · 10 · 20 · (64 + 32)
    });
  });

  it("shares key and value heads among query heads", () => {
    const shared = { key: float32(2, 128, 128), value: float32(2, 128, 128) };
    expect(apply({ kvHeads: 2 }, shared)).toEqual(apply({})); // 2 · 64 features
  });

  it("puts the past in front, and gives it out", () => {
    const past = tensor("float16", [2, 4, 100, 16]);
    const one = tensor("float16", [2, 1, 64]);
    const inputs = { query: one, key: one, value: one, pastKey: past, pastValue: past };
    const { outputs, work } = apply({ heads: 4, present: true, scores: true }, inputs);
    expect(outputs).toEqual([
      { dtype: "float16", shape: [2, 1, 64] },
      { dtype: "float16", shape: [2, 4, 101, 16] },
      { dtype: "float16", shape: [2, 4, 101, 16] },
      { dtype: "float16", shape: [2, 4, 1, 101] },
    ]);
    expect(work.mac).toBe(25_856); // 2 · 4 · 1 · 101 · 32
  });

  it("sees no more keys than its window holds", () => {
    expect(apply({ window: 32 }).work.mac).toBe(12_582_912); // 2 · 12 · 128 · 32 · 128
    expect(apply({ window: 1000 }).work).toEqual(apply({}).work);
  });

  it("refuses what does not fit", () => {
    expect(() => apply({ heads: 7 })).toThrow("768 features of query do not divide into 7 heads");
    expect(() => apply({ kvHeads: 5 })).toThrow("12 query heads do not divide into 5 key and value heads");
    expect(() => apply({ layout: "heads" })).toThrow("query is 2×128×768, not batch × 12 heads × length × size");
    expect(() => apply({}, { query: float32(768) })).toThrow("query is 768, not batch × length × features");
    expect(() => apply({}, { key: float32(2, 128, 1536) })).toThrow("a query head has 64 elements, a key head 128");
    expect(() => apply({}, { value: float32(2, 100, 768) })).toThrow("there are 128 keys and 100 values");
    expect(() => apply({}, { query: float32(1, 128, 768) })).toThrow("query, key and value have batches of 1, 2 and 2");
    expect(() => apply({}, { pastKey: float32(2, 12, 5, 64) })).toThrow("there are 5 past keys and 0 past values");
    expect(() => apply({}, { pastKey: float32(2, 12, 64) })).toThrow("the past key is 2×12×64, not 2 × 12 heads × length × 64");
  });

  it("costs one step with a past what it costs without", () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(size, size, size, (past, length, width) => {
        const all = float32(1, 1, past + length, width);
        const [query, before] = [float32(1, 1, length, width), float32(1, 1, past, width)];
        const whole = apply({ heads: 1, layout: "heads" }, { query, key: all, value: all });
        const stepwise = apply({ heads: 1, layout: "heads" }, { query, key: query, value: query, pastKey: before, pastValue: before });
        expect(stepwise).toEqual(whole);
      }),
    );
  });

  layerTypeSuite(attention, {
    cases: [
      {
        inputs: { query: float32(2, 128, 768), key: float32(2, 128, 768), value: float32(2, 128, 768) },
        attributes: { heads: 12 },
        batch: { query: 0, key: 0, value: 0 },
      },
      {
        inputs: {
          query: float32(1, 1, 4, 6),
          key: float32(1, 1, 4, 6),
          value: float32(1, 1, 4, 6),
          pastKey: float32(1, 1, 14, 6),
          pastValue: float32(1, 1, 14, 6),
        },
        attributes: { heads: 1, layout: "heads" },
        batch: { query: 0, key: 0, value: 0, pastKey: 0, pastValue: 0 },
      },
      {
        inputs: { query: float32(2, 128, 768), key: float32(2, 128, 768), value: float32(2, 128, 768), mask: float32(128, 128) },
        attributes: { heads: 12, softcap: true },
        batch: { query: 0, key: 0, value: 0 },
      },
    ],
  });
});
