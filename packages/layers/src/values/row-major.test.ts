import { product } from "@modelgauge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broadcastStrides, fromLanes, lanesOf, mapIndices, positionOf, stridesOf } from "./row-major.ts";

const shapes = fc.array(fc.nat(4), { maxLength: 4 });

describe("row-major order", () => {
  it("steps over whole rows", () => {
    expect(stridesOf([2, 3, 4])).toEqual([12, 4, 1]);
    expect(positionOf([1, 2, 3], [12, 4, 1])).toBe(23); // 12 + 8 + 3
  });

  it("visits each element once, in order", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const positions = mapIndices(shape, (index) => positionOf(index, stridesOf(shape)));
        expect(positions).toEqual(Array.from({ length: product(shape) }, (_, position) => position));
      }),
    );
  });

  it("reads one row again and again where it broadcasts", () => {
    expect(broadcastStrides([1, 3], [4, 2, 3])).toEqual([0, 0, 1]);
    expect(broadcastStrides([], [2])).toEqual([0]);
  });

  it("splits into lanes along an axis, and back", () => {
    expect(lanesOf([1, 2, 3, 4, 5, 6], [2, 3], 0)).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(lanesOf([], [2 ** 40, 0], 1)).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }), fc.nat(), (shape, seed) => {
        const axis = seed % shape.length;
        const values = Array.from({ length: product(shape) }, (_, position) => position);
        expect(fromLanes(lanesOf(values, shape, axis), shape, axis)).toEqual(values);
      }),
    );
  });
});
