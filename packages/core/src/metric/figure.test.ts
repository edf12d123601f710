import { describe, expect, it } from "vitest";
import { exact, type Figure, figure, maxFigure, scaleFigure, sumFigures, UNKNOWN } from "./figure.ts";

const atMost = (value: number): Figure => ({ value, status: "at-most" });
const atLeast = (value: number): Figure => ({ value, status: "at-least" });

describe("figure", () => {
  it("is unknown where there is no finite number", () => {
    expect([figure(null, "exact"), figure(NaN, "exact"), figure(Infinity, "at-least"), figure(3, "unknown")]).toEqual(
      Array(4).fill(UNKNOWN),
    );
  });

  it("is no longer exact above 2^53, where numbers are rounded", () => {
    expect(exact(2 ** 53 - 1)).toEqual({ value: 2 ** 53 - 1, status: "exact" });
    expect(exact(2 ** 53)).toEqual({ value: 2 ** 53, status: "estimate" });
    expect(figure(2 ** 60, "at-most")).toEqual({ value: 2 ** 60, status: "estimate" });
  });
});

describe("sumFigures", () => {
  it.each<[readonly Figure[], Figure]>([
    [[], exact(0)],
    [[exact(2), exact(3)], exact(5)],
    [[exact(2), atMost(3)], atMost(5)],
    [[exact(2), UNKNOWN], atLeast(2)], // unknown is not zero
    [[UNKNOWN], atLeast(0)],
    [[atMost(1), atLeast(1)], { value: 2, status: "estimate" }],
    [[exact(2 ** 53 - 1), exact(1)], { value: 2 ** 53, status: "estimate" }],
  ])("of %j is %j", (figures, sum) => {
    expect(sumFigures(figures)).toEqual(sum);
  });
});

describe("maxFigure", () => {
  it.each<[Figure, Figure, Figure]>([
    [exact(2), exact(2), exact(2)],
    [exact(2), exact(3), atMost(3)], // the other may be what happens
    [exact(2), UNKNOWN, atLeast(2)],
    [UNKNOWN, UNKNOWN, atLeast(0)],
    [exact(2), atMost(2), atMost(2)],
    [atLeast(3), exact(2), { value: 3, status: "estimate" }],
  ])("of %j and %j is %j", (a, b, larger) => {
    expect(maxFigure(a, b)).toEqual(larger);
    expect(maxFigure(b, a)).toEqual(larger);
  });
});

describe("scaleFigure", () => {
  it.each<[Figure, number, Figure["status"], Figure]>([
    [exact(2), 3, "exact", exact(6)],
    [exact(2), 1, "at-least", atLeast(2)], // a loop whose trips are not known
    [exact(0), 1, "at-least", exact(0)], // nothing stays nothing, however often it runs
    [UNKNOWN, 3, "exact", UNKNOWN],
    [atMost(2), 3, "exact", atMost(6)],
  ])("%j × %d (%s) is %j", (once, times, status, all) => {
    expect(scaleFigure(once, times, status)).toEqual(all);
  });
});
