import { check, defineLayerType, isInteger, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { positionOf, stridesOf } from "../values/row-major.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";
import { knownIndices } from "./known-indices.ts";
import { partialRead } from "./partial-read.ts";

/**
 * Takes slices along an axis, by their indices: a table look-up.
 *
 * x: any shape with the axis. indices: any shape, whose first `batchDims` sizes are those of x. Output: x's shape with the axis
 * replaced by the indices' dimensions after the batch dimensions. Traffic: reads the indices and the slices that it takes.
 */
export const gather: LayerType = defineLayerType({
  type: "gather",
  attributes: z.strictObject({
    axis: axis.default(0).describe("axis that the indices point into, negative from the end"),
    batchDims: size.default(0).describe("leading dimensions that x and indices share"),
  }),
  inputs: { x: "tensor", indices: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { axis, batchDims }, inputs: { x, indices } }) {
    const along = resolveAxis(axis, x.shape.length);
    check(isInteger(indices.dtype), () => `the indices must be integers, not ${indices.dtype}`);
    check(
      batchDims <= along && batchDims <= indices.shape.length,
      () => `${batchDims} batch dimensions do not come before axis ${along} and in the indices`,
    );
    for (let batch = 0; batch < batchDims; batch++) {
      check(
        x.shape[batch] === indices.shape[batch],
        () => `batch dimension ${batch} is ${x.shape[batch]} in x and ${indices.shape[batch]} in the indices`,
      );
    }
    const output = { dtype: x.dtype, shape: x.shape.toSpliced(along, 1, ...indices.shape.slice(batchDims)) };
    return { outputs: [output], work: {}, ...partialRead(output, indices) };
  },

  evaluate({ attributes: { axis, batchDims }, inputs: { x, indices }, outputs }) {
    const along = resolveAxis(axis, x.shape.length);
    const rows = knownIndices(indices.values, x.shape[along]!);
    if (rows === undefined) return undefined;
    const ranks = indices.shape.length - batchDims;
    const strides = stridesOf(indices.shape);
    return [
      take(x, tensorOutput(outputs).shape, (index) => {
        const row = [...index.slice(0, batchDims), ...index.slice(along, along + ranks)];
        return index.toSpliced(along, ranks, rows[positionOf(row, strides)]!);
      }),
    ];
  },
});
