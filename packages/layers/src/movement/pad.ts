import { check, defineLayerType, type LayerType, type Scalar, type Values } from "@modelgauge/core";
import { z } from "zod";
import { mapIndices, positionOf, stridesOf } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";

const MODES = ["constant", "edge", "reflect", "symmetric", "wrap"] as const;

/**
 * Adds elements at both ends of dimensions, or takes them away.
 *
 * x: any shape. value: what a constant padding consists of, 0 where left out. Output: each size and its two pads.
 * `edge` repeats the last element, `reflect` mirrors at it, `symmetric` mirrors after it, `wrap` starts again at the other end.
 */
export const pad: LayerType = defineLayerType({
  type: "pad",
  attributes: z.strictObject({
    pads: z.array(z.int()).describe("elements added before each dimension, then after each; a negative number takes away"),
    mode: z.enum(MODES).default("constant").describe("what is added"),
  }),
  inputs: { x: "tensor", value: "tensor?" },
  growsWith: ["x", "value"],

  describe({ attributes: { pads, mode }, inputs: { x } }) {
    const rank = x.shape.length;
    check(pads.length === 2 * rank, () => `${rank} dimensions take ${2 * rank} pads, not ${pads.length}`);
    const shape = x.shape.map((size, axis) => size + pads[axis]! + pads[rank + axis]!);
    shape.forEach((size, axis) => {
      check(
        size >= 0,
        () => `pads ${pads[axis]} and ${pads[rank + axis]} take away more than the ${x.shape[axis]} elements of axis ${axis}`,
      );
      check(mode === "constant" || x.shape[axis]! > 0 || size === 0, () => `axis ${axis} has no element to pad with (${mode})`);
    });
    return { outputs: [{ dtype: x.dtype, shape }], work: {} };
  },

  evaluate({ attributes: { pads, mode }, inputs: { x, value }, outputs }) {
    const fill = value === undefined ? (x.dtype === "string" ? "" : 0) : value.values?.[0];
    if (!x.values || (mode === "constant" && fill === undefined)) return undefined;
    const strides = stridesOf(x.shape);
    const results = mapIndices(tensorOutput(outputs).shape, (index): Scalar | undefined => {
      const source = index.map((along, axis) => sourceIndex(along - pads[axis]!, x.shape[axis]!, mode));
      return source.includes(undefined) ? fill : x.values![positionOf(source as number[], strides)];
    });
    return [results as Values];
  },
});

/** Where along a dimension the element at a padded index comes from; undefined where it is the fill. */
function sourceIndex(index: number, size: number, mode: (typeof MODES)[number]): number | undefined {
  if (index >= 0 && index < size) return index;
  return SOURCES[mode](index, size);
}

const SOURCES: Readonly<Record<(typeof MODES)[number], (index: number, size: number) => number | undefined>> = {
  constant: () => undefined,
  edge: (index, size) => (index < 0 ? 0 : size - 1),
  reflect: (index, size) => mirror(index, size, 2 * (size - 1), 0),
  symmetric: (index, size) => mirror(index, size, 2 * size, 1),
  wrap: (index, size) => ((index % size) + size) % size,
};

/** Folds an index back and forth; the image repeats after so many elements, and its second half runs backwards. */
function mirror(index: number, size: number, period: number, offset: number): number {
  if (period === 0) return 0;
  const place = ((index % period) + period) % period;
  return place < size ? place : period - offset - place;
}
