import {
  check,
  defineLayerType,
  formatShape,
  isInteger,
  type LayerType,
  product,
  sameShape,
  type Scalar,
  type Values,
} from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";
import { knownIndices } from "./known-indices.ts";
import { scatterFunction, scatterReduction, scatterWork } from "./scatter-reduction.ts";

/**
 * Writes elements or slices into a copy of a tensor, each at the place that a vector of indices into the leading dimensions says.
 *
 * x: any shape. indices: […, depth]. updates: the indices' shape without its last size, then x's sizes after the `depth` dimensions
 * pointed into. Output: x's shape. Work: with a reduction, one operation of its kind for each element of the updates.
 */
export const scatterNd: LayerType = defineLayerType({
  type: "scatter-nd",
  attributes: z.strictObject({ reduction: scatterReduction }),
  inputs: { x: "tensor", indices: "tensor", updates: "tensor" },
  growsWith: ["x", "updates"],

  describe({ attributes: { reduction }, inputs: { x, indices, updates } }) {
    check(isInteger(indices.dtype), () => `the indices must be integers, not ${indices.dtype}`);
    check(indices.shape.length > 0, "the indices hold no vector");
    const depth = indices.shape.at(-1)!;
    check(depth <= x.shape.length, () => `index vectors of ${depth} point into ${x.shape.length} dimensions`);
    const expected = [...indices.shape.slice(0, -1), ...x.shape.slice(depth)];
    check(
      sameShape(updates.shape, expected),
      () => `the updates are ${formatShape(updates.shape)}, the indices expect ${formatShape(expected)}`,
    );
    return {
      outputs: [{ dtype: commonDtype([x, updates]), shape: x.shape }],
      work: scatterWork(reduction, product(updates.shape)),
    };
  },

  evaluate({ attributes: { reduction }, inputs: { x, indices, updates } }) {
    const update = scatterFunction(reduction, x.dtype);
    if (!x.values || !indices.values || !updates.values || !update) return undefined;
    const depth = indices.shape.at(-1)!;
    const slice = product(x.shape.slice(depth));
    const results: (Scalar | undefined)[] = [...x.values];
    for (let vector = 0; vector < product(indices.shape.slice(0, -1)); vector++) {
      let place = 0;
      for (let level = 0; level < depth; level++) {
        const index = knownIndices([indices.values[vector * depth + level]!], x.shape[level]!);
        if (index === undefined) return undefined;
        place = place * x.shape[level]! + index[0]!;
      }
      for (let element = 0; element < slice; element++) {
        const so = results[place * slice + element];
        results[place * slice + element] = so === undefined ? undefined : update(so, updates.values[vector * slice + element]!);
      }
    }
    return results.includes(undefined) ? undefined : [results as Values];
  },
});
