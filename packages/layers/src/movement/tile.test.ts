import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { tile } from "./tile.ts";

describe("tile", () => {
  it("multiplies the sizes, and computes nothing", () => {
    expect(describeLayer(tile, { x: float32(2, 3) }, { repeats: [4, 1] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [8, 3] }],
      work: {},
    });
    expect(describeLayer(tile, { x: float32(2, 3) }, { repeats: [2 ** 40, 2 ** 40] }).outputs[0]).toMatchObject({
      shape: [2 ** 41, 3 * 2 ** 40],
    });
  });

  it("lays values out again and again", () => {
    const x = tensor("int64", [2, 2], [1, 2, 3, 4]);
    expect(describeLayer(tile, { x }, { repeats: [1, 2] }).values).toEqual([[1, 2, 1, 2, 3, 4, 3, 4]]);
    expect(describeLayer(tile, { x }, { repeats: [2, 1] }).values).toEqual([[1, 2, 3, 4, 1, 2, 3, 4]]);
    expect(describeLayer(tile, { x }, { repeats: [0, 1] }).values).toEqual([[]]);
  });

  it("refuses repeats that do not fit", () => {
    expect(() => describeLayer(tile, { x: float32(2, 3) }, { repeats: [2] })).toThrow("2 dimensions take as many repeats, not 1");
    expect(() => describeLayer(tile, { x: float32(2) }, { repeats: [-1] })).toThrow("attribute repeats[0]: must not be negative");
  });

  layerTypeSuite(tile, {
    cases: [{ inputs: { x: float32(2, 3) }, attributes: { repeats: [4, 1] }, batch: { x: 0 } }],
  });
});
