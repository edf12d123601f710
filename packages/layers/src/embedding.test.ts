import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../test/weights-of.ts";
import { embedding } from "./embedding.ts";

describe("embedding", () => {
  const attributes = { vocabulary: 30_522, units: 768 };

  it("looks up a vector for each index, reading these alone", () => {
    expect(describeLayer(embedding, { indices: int64(2, 128) }, attributes)).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 128, 768] }],
      work: {},
      traffic: { read: 788_480 }, // 256 · 8 + 256 · 768 · 4 bytes
    });
  });

  it("holds the table", () => {
    expect(weightsOf(embedding, { indices: float32(2) }, { ...attributes, dtype: "float16" })).toEqual({
      weight: { shape: [30_522, 768], dtype: "float16" },
    });
  });

  layerTypeSuite(embedding, {
    cases: [{ inputs: { indices: int64(2, 128) }, attributes: { vocabulary: 30522, units: 768 }, batch: { indices: 0 } }],
  });
});
