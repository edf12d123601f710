import { expand } from "../../test/expand.ts";
import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { split } from "./split.ts";

describe("split", () => {
  it("makes one output a part, and computes nothing", () => {
    expect(describeLayer(split, { x: float32(2, 10) }, { axis: -1, sizes: [3, 0, 7] })).toMatchObject({
      outputs: [{ shape: [2, 3] }, { shape: [2, 0] }, { shape: [2, 7] }],
      work: {},
    });
  });

  it("hands each part its values", () => {
    const x = tensor("int64", [2, 3], [1, 2, 3, 4, 5, 6]);
    expect(describeLayer(split, { x }, { axis: 1, sizes: [1, 2] }).values).toEqual([
      [1, 4],
      [2, 3, 5, 6],
    ]);
  });

  it("cuts a vector as slicing an array does", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 5 }), (sizes) => {
        const values = Array.from({ length: sizes.reduce((a, b) => a + b, 0) }, (_, position) => position);
        const ends = sizes.map((_, part) => sizes.slice(0, part + 1).reduce((a, b) => a + b, 0));
        const parts = describeLayer(split, { x: tensor("int64", [values.length], values) }, { sizes }).values;
        expect(parts).toEqual(sizes.map((size, part) => values.slice(ends[part]! - size, ends[part])));
      }),
    );
  });

  it("refuses parts that do not make up the axis", () => {
    expect(() => describeLayer(split, { x: float32(2, 10) }, { axis: 1, sizes: [3, 4] })).toThrow(
      "parts of 3 + 4 do not make up axis 1, of size 10",
    );
  });

  it("has a short form: parts of one size", () => {
    expect(expand(split, float32(2, 6), { axis: -1, parts: 3 })).toEqual({ axis: -1, sizes: [2, 2, 2] });
    expect(expand(split, float32(2, 6), { axis: 1, sizes: [1, 5] })).toEqual({ axis: 1, sizes: [1, 5] });
    expect(() => expand(split, float32(2, 6), { axis: 1, parts: 4 })).toThrow("6 elements along axis 1 do not divide into 4 parts");
    expect(() => expand(split, float32(2, 6), { axis: 1 })).toThrow("give either sizes or parts");
  });

  layerTypeSuite(split, {
    cases: [{ inputs: { x: float32(2, 10) }, attributes: { axis: -1, sizes: [3, 0, 7] }, batch: { x: 0 } }],
  });
});
