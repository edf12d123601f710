import { describe, expect, it } from "vitest";
import { amount, valueOf } from "./words.ts";

describe("amount", () => {
  it.each([
    [9_633_792, "B", "9.63 MB"],
    [0.000236, "s", "236 µs"],
    [204, "OP/B", "204 OP/B"],
    [0, "B", "0 B"],
    [1000, "", "1 k"],
    [1.5, "", "1.5"],
  ])("writes %d %s as %s", (value, unit, words) => {
    expect(amount(value, unit)).toBe(words);
  });
});

describe("valueOf", () => {
  it("knows numbers from everything else", () => {
    expect(valueOf({ value: 3, status: "at-least" })).toBe(3);
    expect(valueOf({ value: null, status: "unknown" })).toBeUndefined();
    expect(valueOf("memory")).toBeUndefined();
    expect(valueOf(null)).toBeUndefined();
  });
});
