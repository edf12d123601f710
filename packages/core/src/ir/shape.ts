import { check } from "../error/check.ts";

/** Sizes of a tensor's dimensions, outermost first; `[]` is a scalar. Always concrete when a layer is described. */
export type Shape = readonly number[];

/** Product of numbers: elements of a shape, 1 for a scalar. Exact up to 2^53. */
export function product(numbers: readonly number[]): number {
  let result = 1;
  for (const number of numbers) result *= number;
  return result;
}

/** A shape as people write it: `1×3×224×224`, `scalar`. */
export function formatShape(shape: Shape): string {
  return shape.length === 0 ? "scalar" : shape.join("×");
}

/** Whether two shapes are the same. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, index) => size === b[index]);
}

/**
 * Position of an axis that may count from the end (−1 is the last).
 *
 * @param rank number of dimensions that the axis indexes
 * @throws ModelGaugeError `invalid-layer` when the axis lies outside [−rank, rank)
 */
export function resolveAxis(axis: number, rank: number): number {
  check(Number.isInteger(axis) && axis >= -rank && axis < rank, () => `axis ${axis} lies outside a tensor of ${rank} dimensions`);
  return axis < 0 ? axis + rank : axis;
}

/**
 * Shape of an element-wise operation's output, by multidirectional (NumPy) broadcasting.
 *
 * @throws ModelGaugeError `invalid-layer` when two sizes differ and neither is 1
 */
export function broadcast(...shapes: readonly Shape[]): Shape {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result: number[] = new Array(rank).fill(1);
  for (const shape of shapes) {
    for (let fromEnd = 1; fromEnd <= shape.length; fromEnd++) {
      const size = shape[shape.length - fromEnd]!;
      const so = result[rank - fromEnd]!;
      if (size === so || size === 1) continue;
      check(so === 1, () => `shapes ${shapes.map(formatShape).join(" and ")} do not broadcast: ${so} against ${size}`);
      result[rank - fromEnd] = size;
    }
  }
  return result;
}
