import type { Shape, Values } from "@modelgauge/core";
import { type Index, mapIndices, positionOf, stridesOf } from "./row-major.ts";

/** A tensor whose elements may be known. */
interface Known {
  readonly shape: Shape;
  readonly values?: Values | undefined;
}

/**
 * Elements of a small output, each taken from one place of the input.
 *
 * @param source where in the input the element at an index of the output stands
 * @returns undefined where the input's elements are not known
 */
export function take({ shape, values }: Known, output: Shape, source: (index: Index) => Index): Values | undefined {
  if (values === undefined) return undefined;
  const strides = stridesOf(shape);
  return mapIndices(output, (index) => values[positionOf(source(index), strides)]!);
}
