import { expect, it } from "vitest";
import { exact, type Figure, UNKNOWN } from "./figure.ts";
import { largestFigure } from "./largest-figure.ts";

it.each<[readonly Figure[], Figure]>([
  [[], exact(0)],
  [[exact(2), exact(3)], exact(3)],
  [[exact(3), { value: 2, status: "at-most" }], exact(3)], // the other is no more than 2
  [[exact(2), { value: 3, status: "at-most" }], { value: 3, status: "at-most" }],
  [[exact(3), { value: 2, status: "at-least" }], { value: 3, status: "at-least" }], // the other may be more
  [[exact(3), { value: 3, status: "at-most" }], exact(3)],
  [[exact(3), UNKNOWN], { value: 3, status: "at-least" }],
])("of %j is %j", (figures, largest) => {
  expect(largestFigure(figures)).toEqual(largest);
});
