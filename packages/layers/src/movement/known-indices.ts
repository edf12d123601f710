import type { Scalar, Values } from "@modelgauge/core";

/** Indices along an axis of so many elements, those that count from the end resolved; undefined where one lies outside. */
export function knownIndices(values: Values | undefined, size: number): readonly number[] | undefined {
  const indices = values?.map((value: Scalar) => (Number(value) < 0 ? Number(value) + size : Number(value)));
  return indices?.every((index) => index >= 0 && index < size) ? indices : undefined;
}
