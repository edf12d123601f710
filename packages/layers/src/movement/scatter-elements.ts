import {
  check,
  defineLayerType,
  formatShape,
  isInteger,
  type LayerType,
  product,
  resolveAxis,
  sameShape,
  type Scalar,
  type Values,
} from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { commonDtype } from "../common-dtype.ts";
import { mapIndices, positionOf, stridesOf } from "../values/row-major.ts";
import { knownIndices } from "./known-indices.ts";
import { scatterFunction, scatterReduction, scatterWork } from "./scatter-reduction.ts";

/**
 * Writes single elements into a copy of a tensor: each index says at which place of its own line along an axis.
 *
 * x: any shape. indices, updates: one shape, of as many dimensions, and off the axis no larger. Output: x's shape.
 * Work: with a reduction, one operation of its kind an update.
 */
export const scatterElements: LayerType = defineLayerType({
  type: "scatter-elements",
  attributes: z.strictObject({
    axis: axis.default(0).describe("axis that the indices point along, negative from the end"),
    reduction: scatterReduction,
  }),
  inputs: { x: "tensor", indices: "tensor", updates: "tensor" },
  growsWith: ["x", "updates"],

  describe({ attributes: { axis, reduction }, inputs: { x, indices, updates } }) {
    const along = resolveAxis(axis, x.shape.length);
    check(isInteger(indices.dtype), () => `the indices must be integers, not ${indices.dtype}`);
    check(
      sameShape(indices.shape, updates.shape),
      () => `there are indices of ${formatShape(indices.shape)} and updates of ${formatShape(updates.shape)}`,
    );
    const fit = indices.shape.length === x.shape.length && indices.shape.every((size, other) => other === along || size <= x.shape[other]!);
    check(fit, () => `indices of ${formatShape(indices.shape)} do not fit ${formatShape(x.shape)}`);
    return {
      outputs: [{ dtype: commonDtype([x, updates]), shape: x.shape }],
      work: scatterWork(reduction, product(updates.shape)),
    };
  },

  evaluate({ attributes: { axis, reduction }, inputs: { x, indices, updates } }) {
    const along = resolveAxis(axis, x.shape.length);
    const places = knownIndices(indices.values, x.shape[along]!);
    const update = scatterFunction(reduction, x.dtype);
    if (!x.values || !updates.values || !places || !update) return undefined;
    const results: (Scalar | undefined)[] = [...x.values];
    const strides = stridesOf(x.shape);
    mapIndices(indices.shape, (index, position) => {
      const target = positionOf(index.with(along, places[position]!), strides);
      const so = results[target];
      results[target] = so === undefined ? undefined : update(so, updates.values![position]!);
    });
    return results.includes(undefined) ? undefined : [results as Values];
  },
});
