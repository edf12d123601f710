import { check, defineLayerType, isInteger, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { positionOf, stridesOf } from "../values/row-major.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";
import { knownIndices } from "./known-indices.ts";
import { partialRead } from "./partial-read.ts";

/**
 * Takes elements or slices, each by a vector of indices into the leading dimensions.
 *
 * x: any shape. indices: […, depth], whose first `batchDims` sizes are those of x. Output: the indices' shape without its last
 * size, then x's sizes after the batch and the `depth` dimensions pointed into. Traffic: reads the indices and what it takes.
 */
export const gatherNd: LayerType = defineLayerType({
  type: "gather-nd",
  attributes: z.strictObject({
    batchDims: size.default(0).describe("leading dimensions that x and indices share"),
  }),
  inputs: { x: "tensor", indices: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { batchDims }, inputs: { x, indices } }) {
    check(isInteger(indices.dtype), () => `the indices must be integers, not ${indices.dtype}`);
    check(
      indices.shape.length > batchDims,
      () => `indices of ${indices.shape.length} dimensions have no vector after ${batchDims} batch dimensions`,
    );
    const depth = indices.shape.at(-1)!;
    check(
      batchDims + depth <= x.shape.length,
      () => `index vectors of ${depth} after ${batchDims} batch dimensions point into ${x.shape.length} dimensions`,
    );
    for (let batch = 0; batch < batchDims; batch++) {
      check(
        x.shape[batch] === indices.shape[batch],
        () => `batch dimension ${batch} is ${x.shape[batch]} in x and ${indices.shape[batch]} in the indices`,
      );
    }
    const output = { dtype: x.dtype, shape: [...indices.shape.slice(0, -1), ...x.shape.slice(batchDims + depth)] };
    return { outputs: [output], work: {}, ...partialRead(output, indices) };
  },

  evaluate({ attributes: { batchDims }, inputs: { x, indices }, outputs }) {
    const depth = indices.shape.at(-1)!;
    const vectors = Array.from({ length: depth }, (_, level) =>
      knownIndices(
        indices.values?.filter((_, position) => position % depth === level),
        x.shape[batchDims + level]!,
      ),
    );
    if (indices.values === undefined || vectors.includes(undefined)) return undefined;
    const lead = indices.shape.length - 1;
    const strides = stridesOf(indices.shape.slice(0, -1));
    return [
      take(x, tensorOutput(outputs).shape, (index) => {
        const vector = positionOf(index.slice(0, lead), strides);
        return [...index.slice(0, batchDims), ...vectors.map((level) => level![vector]!), ...index.slice(lead)];
      }),
    ];
  },
});
