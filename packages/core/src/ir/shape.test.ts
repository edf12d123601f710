import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broadcast, formatShape, product, resolveAxis, sameShape } from "./shape.ts";

describe("broadcast", () => {
  it.each([
    [
      [[2, 3], [3]],
      [2, 3],
    ],
    [
      [
        [2, 1],
        [1, 3],
      ],
      [2, 3],
    ],
    [[[], [4]], [4]],
    [[[0], [1]], [0]],
    [
      [[5, 1, 4], [3, 1], [1]],
      [5, 3, 4],
    ],
    [[], []],
  ])("%j → %j", (shapes, result) => {
    expect(broadcast(...shapes)).toEqual(result);
  });

  it("refuses sizes that differ", () => {
    expect(() => broadcast([2, 3], [2])).toThrow("shapes 2×3 and 2 do not broadcast: 3 against 2");
    expect(() => broadcast([0], [2])).toThrow("do not broadcast: 0 against 2");
  });

  it("does not depend on the order, and is at least as large as each", () => {
    const sizes = fc.array(fc.constantFrom(1, 3), { maxLength: 4 });
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const result = broadcast(a, b);
        expect(broadcast(b, a)).toEqual(result);
        expect(broadcast(result, a)).toEqual(result);
      }),
    );
  });
});

describe("resolveAxis", () => {
  it("counts from the end", () => {
    expect([resolveAxis(0, 3), resolveAxis(-1, 3), resolveAxis(-3, 3)]).toEqual([0, 2, 0]);
  });

  it.each([
    [3, 3],
    [-4, 3],
    [0, 0],
    [0.5, 3],
  ])("refuses %d of %d", (axis, rank) => {
    expect(() => resolveAxis(axis, rank)).toThrow(`axis ${axis} lies outside a tensor of ${rank} dimensions`);
  });
});

describe("shapes", () => {
  it("multiply, compare and are written", () => {
    expect([product([2, 3, 4]), product([]), product([7, 0])]).toEqual([24, 1, 0]);
    expect([sameShape([1, 2], [1, 2]), sameShape([1], [1, 1]), sameShape([], [])]).toEqual([true, false, true]);
    expect([formatShape([1, 3]), formatShape([])]).toEqual(["1×3", "scalar"]);
  });
});
