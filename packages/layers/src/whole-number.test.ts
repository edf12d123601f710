import { describe, expect, it } from "vitest";
import { wholeFrom } from "./whole-number.ts";

describe("a whole number", () => {
  const complaint = (value: unknown): string | undefined => wholeFrom(1).safeParse(value).error?.issues[0]?.message;

  it("says in words what is wrong", () => {
    expect(complaint(undefined)).toBe("is missing");
    expect(complaint("3")).toBe("must be a whole number");
    expect(complaint(1.5)).toBe("must be a whole number");
    expect(complaint(Number.NaN)).toBe("must be a whole number");
    expect(complaint(Infinity)).toBe("must be a whole number");
    expect(complaint(0)).toBe("must be at least 1");
    expect(complaint(1)).toBeUndefined();
  });
});
