import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { longformerAttention } from "./longformer-attention.ts";

const x = float32(1, 16, 8);
const apply = (attributes: object) =>
  describeLayer(longformerAttention, { query: x, key: x, value: x }, { heads: 2, window: 2, ...attributes });

describe("longformer-attention", () => {
  it("counts the window of each query, at least", () => {
    const { outputs, work, status } = apply({});
    expect(outputs).toEqual([{ dtype: "float32", shape: [1, 16, 8] }]);
    expect(work.mac).toBe(1280); // 16 · 5 keys · 2 heads · (4 + 4)
    expect(status).toBe("at-least");
  });

  it("counts global tokens as queries and as keys", () => {
    const { work, status } = apply({ globalTokens: 1 });
    expect(work.mac).toBe(1792); // + (16 + 16) · 2 heads · (4 + 4)
    expect(status).toBeUndefined();
  });

  it("has no window wider than the sequence", () => {
    expect(apply({ window: 100, globalTokens: 0 }).work.mac).toBe(4096); // 16 · 16 · 2 · 8
  });

  it("refuses what does not fit", () => {
    expect(() => apply({ heads: 3 })).toThrow("8 features do not divide into 3 heads");
    expect(() => describeLayer(longformerAttention, { query: x, key: float32(1, 8, 8), value: x }, { heads: 2, window: 2 })).toThrow(
      "key is 1×8×8, the query 1×16×8",
    );
    expect(() => describeLayer(longformerAttention, { query: float32(16, 8), key: x, value: x }, { heads: 2, window: 2 })).toThrow(
      "query is 16×8, not batch × length × features",
    );
  });

  layerTypeSuite(longformerAttention, {
    cases: [
      {
        inputs: { query: float32(1, 16, 8), key: float32(1, 16, 8), value: float32(1, 16, 8) },
        attributes: { heads: 2, window: 2 },
        batch: { query: 0, key: 0, value: 0 },
      },
    ],
  });
});
