import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, combineAll, type Status } from "./status.ts";

describe("combine", () => {
  it.each<[readonly Status[], Status]>([
    [[], "exact"],
    [["exact", "at-most"], "at-most"],
    [["exact", "at-least"], "at-least"],
    [["unknown"], "at-least"], // a sum without it is a lower bound
    [["unknown", "at-least"], "at-least"],
    [["at-most", "at-least"], "estimate"],
    [["at-most", "unknown"], "estimate"],
    [["estimate", "at-most"], "estimate"],
  ])("%j → %s", (statuses, result) => {
    expect(combine(...statuses)).toBe(result);
    expect(combineAll(statuses)).toBe(result);
  });

  it("does not depend on the order, nor on the grouping", () => {
    const status = fc.constantFrom<Status>("exact", "at-most", "at-least", "estimate", "unknown");
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        expect(combine(c, a, b)).toBe(combine(a, b, c));
        expect(combine(combine(a, b), c)).toBe(combine(a, b, c));
      }),
    );
  });
});
