import { describe, expect, it } from "vitest";
import { dimExpression } from "./dim-expression.ts";

const sizes: Readonly<Record<string, number>> = { past: 7, length: 1, s0: 5, "model.width": 3 };
const value = (name: string): number | undefined => dimExpression(name, (dim) => sizes[dim]);

describe("names of dims that are expressions", () => {
  it.each([
    ["past + length", 8],
    ["past+length", 8],
    ["2*s0", 10],
    ["s0 * s0 - 1", 24],
    ["(s0 + 1)//2", 3],
    ["s0//2", 2],
    ["(s0 + 1) / 2", 3],
    ["past - length - 1", 5],
    ["model.width*2 ", 6],
    ["length - length", 0],
  ])("have a value: %s", (name, expected) => {
    expect(value(name)).toBe(expected);
  });

  it.each([
    "past",
    "12",
    "",
    "batch size",
    "past + other",
    "s0/2",
    "length - past",
    "past +",
    "+ past",
    "(past",
    "past)",
    "a b",
    "past ^ 2",
  ])("or are none: %s", (name) => {
    expect(value(name)).toBeUndefined();
  });

  it("are short", () => {
    expect(value(Array(200).fill("s0").join("+"))).toBeUndefined();
  });
});
