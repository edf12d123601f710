import { check, defineLayerType, type LayerType, product, resolveAxis, type Scalar } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { fromLanes, lanesOf } from "../values/row-major.ts";

/**
 * The k greatest or least elements along an axis, and their indices. With k the whole axis, a sort.
 *
 * x: any shape with the axis. Outputs: values and indices, x's shape with k along the axis; in order, equal elements by index.
 * Work: n · ⌈log2(k + 1)⌉ comparisons for each line of n elements, as a heap of k takes; an estimate, as other methods take others.
 */
export const topK: LayerType = defineLayerType({
  type: "top-k",
  attributes: z.strictObject({
    k: size.describe("how many elements"),
    axis: axis.default(-1).describe("axis that is searched, negative from the end"),
    largest: z.boolean().default(true).describe("whether the greatest elements are looked for, not the least"),
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the indices"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { k, axis, dtype }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    check(k <= x.shape[along]! || x.status !== "exact", () => `axis ${along} has ${x.shape[along]} elements, fewer than k = ${k}`);
    const shape = x.shape.with(along, Math.min(k, x.shape[along]!));
    return {
      outputs: [
        { dtype: x.dtype, shape },
        { dtype, shape },
      ],
      work: { compare: product(x.shape) * Math.ceil(Math.log2(k + 1)) },
      status: "estimate",
    };
  },

  evaluate({ attributes: { k, axis, largest }, inputs: { x } }) {
    if (!x.values) return undefined;
    const along = resolveAxis(axis, x.shape.length);
    const lanes = lanesOf(x.values, x.shape, along).map((lane) =>
      lane
        .map((value, index) => ({ value, index }))
        .toSorted((a, b) => (largest ? order(b.value, a.value) : order(a.value, b.value)) || a.index - b.index)
        .slice(0, k),
    );
    const found = fromLanes(lanes, x.shape.with(along, Math.min(k, x.shape[along]!)), along);
    return [found.map(({ value }) => value), found.map(({ index }) => index)];
  },
});

function order(a: Scalar, b: Scalar): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
