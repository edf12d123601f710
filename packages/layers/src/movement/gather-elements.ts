import { check, defineLayerType, formatShape, isInteger, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { positionOf, stridesOf } from "../values/row-major.ts";
import { take } from "../values/take.ts";
import { knownIndices } from "./known-indices.ts";
import { partialRead } from "./partial-read.ts";

/**
 * Takes single elements: each index says which element of its own line along an axis.
 *
 * x: any shape. indices: as many dimensions, and off the axis sizes that are no larger. Output: the indices' shape.
 * Traffic: reads the indices and the elements that it takes.
 */
export const gatherElements: LayerType = defineLayerType({
  type: "gather-elements",
  attributes: z.strictObject({
    axis: axis.default(0).describe("axis that the indices point along, negative from the end"),
  }),
  inputs: { x: "tensor", indices: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { axis }, inputs: { x, indices } }) {
    const along = resolveAxis(axis, x.shape.length);
    check(isInteger(indices.dtype), () => `the indices must be integers, not ${indices.dtype}`);
    const fit = indices.shape.length === x.shape.length && indices.shape.every((size, other) => other === along || size <= x.shape[other]!);
    check(fit, () => `indices of ${formatShape(indices.shape)} do not fit ${formatShape(x.shape)}`);
    const output = { dtype: x.dtype, shape: indices.shape };
    return { outputs: [output], work: {}, ...partialRead(output, indices) };
  },

  evaluate({ attributes: { axis }, inputs: { x, indices } }) {
    const along = resolveAxis(axis, x.shape.length);
    const elements = knownIndices(indices.values, x.shape[along]!);
    const strides = stridesOf(indices.shape);
    return elements && [take(x, indices.shape, (index) => index.with(along, elements[positionOf(index, strides)]!))];
  },
});
