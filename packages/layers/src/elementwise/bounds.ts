import type { Scalar, Status } from "@modelgauge/core";

/** Between which numbers one lies. */
export type Interval = readonly [least: Scalar, greatest: Scalar];

/** Says what a comparison comes to of all numbers between bounds; undefined where it depends on them. */
export type Decision = (a: Interval, b: Interval) => boolean | undefined;

/** Whether each a is less than each b. */
export const isLess: Decision = ([aLeast, aGreatest], [bLeast, bGreatest]) =>
  aGreatest < bLeast ? true : aLeast >= bGreatest ? false : undefined;

/** Whether each a equals each b. */
export const isEqual: Decision = ([aLeast, aGreatest], [bLeast, bGreatest]) => {
  if (aGreatest < bLeast || bGreatest < aLeast) return false;
  return aLeast === aGreatest && bLeast === bGreatest ? true : undefined;
};

/** The opposite of a decision. */
export function not(decision: boolean | undefined): boolean | undefined {
  return decision === undefined ? undefined : !decision;
}

/** Between which numbers a value lies that is known so surely. Bounds are those of sizes: not negative. */
export function intervalOf(value: Scalar, status: Status): Interval {
  if (status === "at-most") return [0, value];
  return status === "at-least" ? [value, Infinity] : [value, value];
}
