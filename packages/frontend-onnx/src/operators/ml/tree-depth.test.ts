import { describe, expect, it } from "vitest";
import { sumOfDepths } from "./tree-depth.ts";

const tree: Readonly<Record<number, readonly number[]>> = { 0: [1, 2], 2: [3, 4], 4: [5, 6], 7: [8, 9] };

describe("the depth of trees", () => {
  it("is that of the longest way to a leaf, summed over the trees", () => {
    // 0 → 2 → 4 → 5 takes three decisions, 7 → 8 one.
    expect(sumOfDepths([0, 7], (node) => tree[node] ?? [])).toBe(4);
    expect(sumOfDepths([1], (node) => tree[node] ?? [])).toBe(0);
    expect(sumOfDepths([], () => [])).toBe(0);
  });

  it("is found where branches share what follows them", () => {
    // Each of 40 levels reaches the next in both ways: 2^40 ways in all.
    expect(sumOfDepths([0], (node) => (node < 40 ? [node + 1, node + 1] : []))).toBe(40);
  });

  it("is found of a tree that is as deep as it has nodes", () => {
    expect(sumOfDepths([0], (node) => (node >= 0 && node < 100_000 ? [node + 1, -1] : []))).toBe(100_000);
  });

  it("is refused of a cycle", () => {
    expect(() => sumOfDepths([0], (node) => [(node + 1) % 3])).toThrow("node 0 is its own descendant");
  });
});
