import type { Shape } from "@modelgauge/core";

/** Position of an element along each dimension, outermost first. */
export type Index = readonly number[];

/** How many elements lie between neighbours along each dimension: 12, 4, 1 for 2×3×4. */
export function stridesOf(shape: Shape): readonly number[] {
  const strides: number[] = new Array(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  return strides;
}

/** Strides with which a tensor is read at the indices of the shape that it broadcasts to: 0 where one element serves a whole dimension. */
export function broadcastStrides(shape: Shape, to: Shape): readonly number[] {
  const lead = to.length - shape.length;
  const strides = stridesOf(shape);
  return to.map((_, axis) => (axis < lead || shape[axis - lead] === 1 ? 0 : strides[axis - lead]!));
}

/** Where the element at an index stands among elements laid out with these strides. */
export function positionOf(index: Index, strides: readonly number[]): number {
  let position = 0;
  for (let axis = 0; axis < index.length; axis++) position += index[axis]! * strides[axis]!;
  return position;
}

/** One result for each index of a small shape, in row-major order. The index is the same array at each call. */
export function mapIndices<T>(shape: Shape, map: (index: Index, position: number) => T): T[] {
  const index: number[] = new Array(shape.length).fill(0);
  const results: T[] = [];
  if (shape.includes(0)) return results;
  for (;;) {
    results.push(map(index, results.length));
    let axis = shape.length - 1;
    while (axis >= 0 && ++index[axis]! === shape[axis]) index[axis--] = 0;
    if (axis < 0) return results;
  }
}

/** The elements of a tensor line by line along one axis; no lines where there are no elements, however many there would be. */
export function lanesOf<T>(values: readonly T[], shape: Shape, axis: number): T[][] {
  if (shape.includes(0)) return [];
  const size = shape[axis]!;
  const step = stridesOf(shape)[axis]!;
  return mapIndices(shape.with(axis, 1), (index) => {
    const start = positionOf(index, stridesOf(shape));
    return Array.from({ length: size }, (_, along) => values[start + along * step]!);
  });
}

/** Puts lines of equal length, in the order of {@link lanesOf}, back along an axis. */
export function fromLanes<T>(lanes: readonly (readonly T[])[], shape: Shape, axis: number): T[] {
  const strides = stridesOf(shape.with(axis, 1));
  return mapIndices(shape, (index) => lanes[positionOf(index.with(axis, 0), strides)]![index[axis]!]!);
}
