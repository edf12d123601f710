import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { kvCache } from "./kv-cache.ts";

const x = float32(2, 1, 16); // 2 heads of 8 elements
const apply = (attributes: object, cache?: ReturnType<typeof tensor>) => describeLayer(kvCache, { x, cache }, { heads: 2, ...attributes });

describe("kv-cache", () => {
  it("copies what it holds, with the new entries behind", () => {
    expect(apply({}, float32(2, 2, 8, 8))).toMatchObject({
      outputs: [
        { dtype: "float32", shape: [2, 2, 9, 8] },
        { dtype: "float32", shape: [2, 2, 9, 8] },
      ],
      work: {},
      traffic: { read: 4 * (32 + 256), write: 4 * 288 }, // 2 · 2 · 8 · 8 = 256, and 32 new elements
      aliases: [{ output: 1, input: 1, kind: "view" }],
    });
  });

  it("begins without a cache", () => {
    expect(describeLayer(kvCache, { x: float32(2, 2, 5, 8) }, { heads: 2 })).toMatchObject({
      outputs: [{ shape: [2, 2, 5, 8] }, { shape: [2, 2, 5, 8] }],
      traffic: { read: 640, write: 640 },
      aliases: [{ output: 1, input: 0, kind: "view" }],
    });
  });

  it("writes the new entries into a buffer", () => {
    expect(apply({ inPlace: true, length: 9 }, float32(2, 2, 64, 8))).toMatchObject({
      outputs: [{ shape: [2, 2, 64, 8] }, { shape: [2, 2, 9, 8] }],
      traffic: { read: 128, write: 128 },
      aliases: [
        { output: 0, input: 1, kind: "view" },
        { output: 1, input: 1, kind: "view" },
      ],
    });
  });

  it("converts to and from a quantised cache", () => {
    expect(apply({ perByte: 2 }, tensor("uint8", [2, 2, 8, 4]))).toMatchObject({
      outputs: [
        { dtype: "uint8", shape: [2, 2, 9, 4] },
        { dtype: "float32", shape: [2, 2, 9, 8] },
      ],
      work: { divide: 32, round: 32, compare: 64, convert: 320, multiply: 288 }, // 32 in, 2 · 2 · 9 · 8 = 288 out
      traffic: { read: 4 * 32 + 128, write: 144 },
    });
  });

  it("refuses what does not fit", () => {
    expect(() => apply({}, float32(2, 3, 8, 8))).toThrow("the cache is 2×3×8×8, not 2 × 2 heads × length × size");
    expect(() => apply({}, float32(2, 2, 8, 4))).toThrow("an entry of the cache has 4 elements, a new one 8");
    expect(() => apply({ inPlace: true })).toThrow("there is no cache to write in place");
    expect(() => apply({ inPlace: true, length: 9 }, float32(2, 2, 8, 8))).toThrow("9 entries do not fit a buffer of 8");
    expect(() => apply({ heads: 3 })).toThrow("16 features do not divide into 3 heads");
    expect(() => describeLayer(kvCache, { x: float32(2, 2, 5, 8) }, { heads: 4 })).toThrow("x is 2×2×5×8, not batch × 4 heads");
  });

  layerTypeSuite(kvCache, {
    cases: [
      { inputs: { x: float32(2, 1, 16), cache: float32(2, 2, 8, 8) }, attributes: { heads: 2 }, batch: { x: 0, cache: 0 } },
      {
        inputs: { x: float32(2, 1, 16), cache: float32(2, 2, 64, 8) },
        attributes: { heads: 2, inPlace: true, length: 9 },
        batch: { x: 0, cache: 0 },
      },
    ],
  });
});
