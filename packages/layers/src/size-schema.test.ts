import { describe, expect, it } from "vitest";
import { size } from "./size-schema.ts";

describe("a size", () => {
  const complaint = (value: unknown): string | undefined => size.safeParse(value).error?.issues[0]?.message;

  it("is a whole number from 0, however large", () => {
    expect([0, 7, 2 ** 60].map(complaint)).toEqual([undefined, undefined, undefined]);
    expect([1.5, "3", Number.NaN, Infinity].map(complaint)).toEqual(new Array(4).fill("must be a whole number"));
    expect(complaint(-1)).toBe("must not be negative");
    expect(complaint(undefined)).toBe("is missing");
  });
});
