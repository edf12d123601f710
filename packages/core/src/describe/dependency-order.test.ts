import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dependencyOrder } from "./dependency-order.ts";

const order = (needs: Readonly<Record<string, readonly string[]>>) => dependencyOrder(Object.keys(needs), (item) => needs[item]!);

describe("dependencyOrder", () => {
  it("leaves an order that is right", () => {
    expect(order({ b: [], a: [], c: ["b", "a"] })).toEqual({ ordered: ["b", "a", "c"], stuck: undefined });
  });

  it("puts an item right after the last that it needs", () => {
    expect(order({ c: ["a", "b"], a: [], b: [], d: [] }).ordered).toEqual(["a", "b", "c", "d"]);
  });

  it("names an item of a cycle, and orders the others", () => {
    expect(order({ x: [], a: ["b"], b: ["a"], c: ["b"] })).toEqual({ ordered: ["x"], stuck: "a" });
    expect(order({ a: ["a"] }).stuck).toBe("a");
  });

  it("orders 100,000 items that all need one, or one another, in a moment", () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => index);
    const start = performance.now();
    expect(dependencyOrder(numbers.toReversed(), (item) => (item === 0 ? [] : [0])).ordered).toHaveLength(100_000);
    expect(dependencyOrder(numbers.toReversed(), (item) => (item === 0 ? [] : [item - 1])).ordered).toEqual(numbers);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it("answers every item once, each after all that it needs", () => {
    const needs = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        needs.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length }))),
        ([list, shuffled]) => {
          const needsOf = (item: number): readonly number[] => (item === 0 ? [] : list[item]!.map((need) => need % item));
          const { ordered, stuck } = dependencyOrder(shuffled, needsOf);
          expect(stuck).toBeUndefined();
          expect(new Set(ordered)).toEqual(new Set(shuffled));
          const done = new Set<number>();
          for (const item of ordered) {
            expect(needsOf(item).every((need) => done.has(need))).toBe(true);
            done.add(item);
          }
        },
      ),
    );
  });
});
