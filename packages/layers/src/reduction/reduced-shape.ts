import type { Shape } from "@modelgauge/core";

/** Sizes that are left when axes are reduced: 1 where dimensions are kept, else none. */
export function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Shape {
  return keepDims ? shape.map((size, axis) => (axes.includes(axis) ? 1 : size)) : shape.filter((_, axis) => !axes.includes(axis));
}
