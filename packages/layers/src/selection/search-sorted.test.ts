import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { searchSorted } from "./search-sorted.ts";

describe("search-sorted", () => {
  it("halves what is left with each comparison", () => {
    expect(describeLayer(searchSorted, { sorted: float32(2, 9), x: float32(2, 5) }, { dtype: "int32" })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [2, 5] }],
      work: { compare: 40 }, // 10 · ⌈log2 10⌉
    });
    expect(describeLayer(searchSorted, { sorted: float32(7), x: float32(2, 5) }).work).toEqual({ compare: 30 }); // 10 · log2 8
  });

  it("refuses rows that do not belong together", () => {
    expect(() => describeLayer(searchSorted, { sorted: float32(2, 9), x: float32(3, 5) })).toThrow(
      "values of 3×5 do not belong to sorted rows of 2×9",
    );
  });

  layerTypeSuite(searchSorted, {
    cases: [{ inputs: { sorted: float32(2, 9), x: float32(2, 5) }, attributes: { dtype: "int32" }, batch: { sorted: 0, x: 0 } }],
  });
});
