import { check, defineLayerType, type LayerType, product, resolveAxis, type Scalar } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { lanesOf } from "../values/row-major.ts";
import { reducedShape } from "./reduced-shape.ts";

/**
 * Where along an axis the greatest or least element stands.
 *
 * x: any shape. Output: indices, without the axis, or with size 1 where dimensions are kept.
 * Work: one comparison less than elements for each result.
 */
export const argReduce: LayerType = defineLayerType({
  type: "arg-reduce",
  attributes: z.strictObject({
    function: z.enum(["max", "min"]).describe("which element is looked for"),
    axis: axis.default(0).describe("axis that is searched, negative from the end"),
    keepDims: z.boolean().default(false).describe("whether the axis stays, with size 1"),
    last: z.boolean().default(false).describe("whether the last of equal elements counts, not the first"),
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the indices"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { axis, keepDims, dtype }, inputs: { x } }) {
    const searched = resolveAxis(axis, x.shape.length);
    const shape = reducedShape(x.shape, [searched], keepDims);
    check(x.shape[searched] !== 0 || product(shape) === 0, () => `axis ${axis} has no element to find`);
    return {
      outputs: [{ dtype, shape }],
      work: { compare: Math.max(0, product(x.shape) - product(shape)) },
    };
  },

  evaluate({ attributes: { function: name, axis, last }, inputs: { x } }) {
    if (!x.values) return undefined;
    const better = name === "max" ? (a: Scalar, b: Scalar) => a > b : (a: Scalar, b: Scalar) => a < b;
    const found = lanesOf(x.values, x.shape, resolveAxis(axis, x.shape.length)).map((lane) =>
      lane.reduce<number>((best, value, index) => (better(value, lane[best]!) || (last && value === lane[best]) ? index : best), 0),
    );
    return [found];
  },
});
