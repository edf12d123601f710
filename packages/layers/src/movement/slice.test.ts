import { expand } from "../../test/expand.ts";
import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slice } from "./slice.ts";

describe("slice", () => {
  it("reads only what it copies", () => {
    expect(describeLayer(slice, { x: float32(10, 20) }, { starts: [0, 5], sizes: [10, 3] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [10, 3] }],
      work: {},
      traffic: { read: 120 }, // 10 · 3 elements of 4 bytes
    });
    expect(describeLayer(slice, { x: tensor("string", [3]) }, { starts: [0], sizes: [1] })).not.toHaveProperty("traffic");
  });

  it("takes what slicing an array takes", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 10 }), fc.nat(10), fc.nat(10), (elements, start, end) => {
        const wanted = elements.slice(start, end);
        const x = tensor("int64", [elements.length], elements);
        expect(describeLayer(slice, { x }, { starts: [start], sizes: [wanted.length] }).values).toEqual([wanted]);
      }),
    );
  });

  it("steps, backwards too", () => {
    const x = tensor("int64", [2, 5], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(describeLayer(slice, { x }, { starts: [0, 0], sizes: [2, 3], steps: [1, 2] }).values).toEqual([[0, 2, 4, 5, 7, 9]]);
    expect(describeLayer(slice, { x }, { starts: [1, 4], sizes: [2, 2], steps: [-1, -3] }).values).toEqual([[9, 6, 4, 1]]);
  });

  it("refuses what lies outside", () => {
    expect(() => describeLayer(slice, { x: float32(4) }, { starts: [2], sizes: [3] })).toThrow(
      "elements 2 to 4 lie outside axis 0, of size 4",
    );
    expect(() => describeLayer(slice, { x: float32(4) }, { starts: [2], sizes: [3], steps: [-2] })).toThrow(
      "elements 2 to -2 lie outside axis 0",
    );
    expect(() => describeLayer(slice, { x: float32(4) }, { starts: [4], sizes: [1] })).toThrow("elements 4 to 4 lie outside axis 0");
    expect(describeLayer(slice, { x: float32(4) }, { starts: [9], sizes: [0] }).outputs[0]).toMatchObject({ shape: [0] });
    expect(() => describeLayer(slice, { x: float32(4, 4) }, { starts: [0], sizes: [1] })).toThrow(
      "2 dimensions take as many starts, sizes and steps",
    );
  });

  it("has a short form: one axis", () => {
    expect(expand(slice, float32(2, 197, 768), { axis: 1, end: 1 })).toEqual({ starts: [0, 0, 0], sizes: [2, 1, 768] });
    expect(expand(slice, float32(2, 5), { axis: -1, start: -2 })).toEqual({ starts: [0, 3], sizes: [2, 2] });
    expect(expand(slice, float32(2, 5), { axis: -1, start: 1, end: -1 })).toEqual({ starts: [0, 1], sizes: [2, 3] });
    expect(expand(slice, float32(2, 5), { starts: [0, 4], sizes: [2, 1], steps: [1, -1] })).toEqual({
      starts: [0, 4],
      sizes: [2, 1],
      steps: [1, -1],
    });
    expect(() => expand(slice, float32(2, 5), { axis: 1, start: 4, end: 6 })).toThrow("elements 4 to 6 lie outside axis 1, of size 5");
    expect(() => expand(slice, float32(2, 5), { axis: 1, sizes: [2, 5] })).toThrow(
      "give either axis, start and end or starts, sizes and steps",
    );
  });

  layerTypeSuite(slice, {
    cases: [{ inputs: { x: float32(10, 20) }, attributes: { starts: [0, 5], sizes: [10, 3] } }],
  });
});
