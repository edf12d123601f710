import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { packedAttention } from "./packed-attention.ts";

const apply = (attributes: object, inputs = {}) =>
  describeLayer(
    packedAttention,
    { query: float32(7, 16), key: float32(7, 16), value: float32(7, 8), ...inputs },
    { heads: 2, ...attributes },
  );

describe("packed-attention", () => {
  it("counts the pairs that are told", () => {
    const { outputs, work, status } = apply({ pairs: 21 }); // sequences of 1, 2 and 4 tokens: 1 + 4 + 16
    expect(outputs).toEqual([{ dtype: "float32", shape: [7, 8] }]);
    expect(work).toEqual({ mac: 504, multiply: 42, compare: 42, exp: 42, add: 84, divide: 42 }); // 21 · 2 heads · (8 + 4)
    expect(status).toBeUndefined();
  });

  it("is an upper bound where they are not", () => {
    expect(apply({})).toMatchObject({ work: { mac: 1176 }, status: "at-most" }); // 7 · 7 pairs · 2 · 12
    expect(apply({ longest: 4 })).toMatchObject({ work: { mac: 672 }, status: "at-most" }); // 7 · 4 pairs
  });

  it("shares key heads among query heads, and counts mask and soft cap", () => {
    const cache = { key: float32(9, 8), value: float32(9, 8), mask: float32(1) };
    const { outputs, work } = apply({ kvHeads: 1, pairs: 10, softcap: true }, cache);
    expect(outputs).toEqual([{ dtype: "float32", shape: [7, 16] }]);
    expect(work).toEqual({ mac: 320, multiply: 60, compare: 20, exp: 20, add: 60, divide: 20, tanh: 20 }); // 10 · 2 heads · (8 + 8)
  });

  it("reads a cache by heads, or one of latent vectors", () => {
    const cache = { query: float32(2, 1, 16), key: float32(2, 1, 9, 8), value: float32(2, 1, 9, 8) };
    expect(apply({ kvHeads: 1, longest: 9 }, cache)).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 1, 16] }],
      work: { mac: 576 }, // 2 queries · 9 keys · 2 heads · (8 + 8)
    });
    const latent = { query: float32(7, 16), key: float32(9, 8), value: undefined };
    expect(apply({ kvHeads: 1, pairs: 10, valueSize: 6 }, latent)).toMatchObject({
      outputs: [{ dtype: "float32", shape: [7, 12] }],
      work: { mac: 280 }, // 10 pairs · 2 heads · (8 + 6)
    });
    expect(() => apply({ kvHeads: 1, valueSize: 9 }, latent)).toThrow("a key of 8 elements does not hold a value of 9");
    expect(() => apply({}, cache)).toThrow("key is 2×1×9×8, not batch × 2 heads × length × size");
  });

  it("refuses heads that do not fit", () => {
    expect(() => apply({ heads: 3, kvHeads: 2 })).toThrow("3 query heads do not divide into 2 key and value heads");
    expect(() => apply({ heads: 3 })).toThrow("16 features of key do not divide into 3 heads");
    expect(() => apply({}, { query: float32(7, 12) })).toThrow("query is 7×12, not … × 2 heads of 8");
  });

  layerTypeSuite(packedAttention, {
    cases: [
      {
        inputs: { query: float32(7, 16), key: float32(7, 16), value: float32(7, 8) },
        attributes: { heads: 2, pairs: 21 },
        batch: { query: 0, key: 0, value: 0 },
      },
      {
        inputs: { query: float32(2, 1, 16), key: float32(2, 1, 9, 8), value: float32(2, 1, 9, 8) },
        attributes: { heads: 2, kvHeads: 1, longest: 9 },
        batch: { query: 0, key: 0, value: 0 },
      },
      {
        inputs: { query: float32(7, 16), key: float32(9, 8), value: float32(9, 8), mask: float32(1) },
        attributes: { heads: 2, kvHeads: 1, pairs: 10, softcap: true },
        batch: { query: 0 },
      },
    ],
  });
});
