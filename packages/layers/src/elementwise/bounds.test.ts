import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interval, intervalOf, isEqual, isLess } from "./bounds.ts";

const interval = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(5)).map(([least, width]): Interval => [least, least + width]);
const within = ([least, greatest]: Interval): number[] =>
  Array.from({ length: Number(greatest) - Number(least) + 1 }, (_, step) => Number(least) + step);

describe("comparisons within bounds", () => {
  it.each([
    { decide: isLess, test: (a: number, b: number) => a < b },
    { decide: isEqual, test: (a: number, b: number) => a === b },
  ])("are decided where all numbers within them agree", ({ decide, test }) => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const answers = new Set(within(a).flatMap((x) => within(b).map((y) => test(x, y))));
        expect(decide(a, b)).toBe(answers.size === 1 ? [...answers][0] : undefined);
      }),
    );
  });

  it("take a bound as one of sizes", () => {
    expect(intervalOf(7, "at-most")).toEqual([0, 7]);
    expect(intervalOf(7, "at-least")).toEqual([7, Infinity]);
    expect(intervalOf(7, "exact")).toEqual([7, 7]);
  });
});
