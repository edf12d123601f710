import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount, enumerated, plain, share, valueOf, widthOf, wrapped } from "./words.ts";

describe("amount", () => {
  it.each([
    [9_633_792, "B", "9.63 MB"],
    [0.000236, "s", "236 µs"],
    [7560, "s", "7,560 s"],
    [1_234_567, "s", "1,230,000 s"],
    [8.14e12, "OP/s", "8.14 TOP/s"],
    [0, "B", "0 B"],
    [1.5, "", "1.5"],
  ])("writes %d %s as %s", (value, unit, words) => {
    expect(amount(value, unit)).toBe(words);
  });
});

describe("plain", () => {
  it.each([
    [0.5, "0.5"],
    [0.012345, "0.0123"],
    [7564, "7,560"],
    [2e7, "20 M"],
  ])("writes %d as %s", (value, words) => {
    expect(plain(value)).toBe(words);
  });
});

describe("share", () => {
  it("never calls something nothing", () => {
    expect([share(1, 4), share(1, 1000), share(0, 4), share(0, 0)]).toEqual(["25 %", "below 1 %", "0 %", "0 %"]);
  });
});

describe("enumerated", () => {
  it("joins words as a sentence does", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(enumerated)).toEqual(["", "a", "a and b", "a, b and c"]);
  });
});

describe("wrapped", () => {
  it("breaks between words, and inside those that alone are too wide", () => {
    expect(wrapped("ab cd efghij k", 43)).toEqual(["ab cd", "efghi", "j k"]); // five letters of 8.5 pixels
  });

  it("loses no letter and fits, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 30, max: 200 }), (words, width) => {
        const lines = wrapped(words, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
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
