import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { rotaryEmbedding } from "./rotary-embedding.ts";

const tables = { cos: float32(512, 4), sin: float32(512, 4) };

describe("rotary-embedding", () => {
  it("turns every pair of each head", () => {
    const { outputs, work, traffic } = describeLayer(
      rotaryEmbedding,
      { x: float32(2, 5, 16), ...tables, positions: int64(2, 5) },
      { heads: 2 },
    );
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 5, 16] }]);
    expect(work).toEqual({ multiply: 320, add: 160 }); // 2 · 5 · 16 / 2 = 80 pairs
    expect(traffic).toEqual({ read: 4 * 160 + 2 * 4 * 40 + 8 * 10 }); // x; 2 · 5 · 4 angles, cosine and sine; positions
  });

  it("turns a part of each head, where heads have a dimension of their own", () => {
    const { outputs, work } = describeLayer(rotaryEmbedding, { x: float32(2, 3, 5, 8), ...tables }, { size: 4 });
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 3, 5, 8] }]);
    expect(work).toEqual({ multiply: 240, add: 120 }); // 2 · 3 · 5 heads · 2 pairs = 60
  });

  it("refuses what does not fit", () => {
    const apply = (x = float32(2, 5, 16), attributes = {}) => describeLayer(rotaryEmbedding, { x, ...tables }, attributes);
    expect(() => apply(float32(2, 16))).toThrow("x is 2×16, not batch × length × features or batch × heads × length × size");
    expect(() => apply()).toThrow("attribute heads is missing for an x of 3 dimensions");
    expect(() => apply(float32(2, 5, 16), { heads: 3 })).toThrow("16 features do not divide into 3 heads");
    expect(() => apply(float32(2, 5, 16), { heads: 2, size: 10 })).toThrow("10 elements of a head of 8 do not make pairs");
  });

  layerTypeSuite(rotaryEmbedding, {
    cases: [
      {
        inputs: { x: float32(2, 5, 16), cos: float32(512, 4), sin: float32(512, 4), positions: int64(2, 5) },
        attributes: { heads: 2 },
        batch: { x: 0, positions: 0 },
      },
      { inputs: { x: float32(2, 3, 5, 8), cos: float32(512, 4), sin: float32(512, 4) }, attributes: { size: 4 }, batch: { x: 0 } },
    ],
  });
});
