import { check, defineLayerType, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { sizes } from "../size-schema.ts";
import { sequenceType } from "./sequence-type.ts";

/**
 * Cuts a tensor along an axis into the elements of a sequence.
 *
 * x: any shape with the axis. Output: a sequence of the parts; without the axis where `keepDims` is false, and each part then is of
 * size 1.
 */
export const splitToSequence: LayerType = defineLayerType({
  type: "split-to-sequence",
  attributes: z.strictObject({
    axis: axis.default(0).describe("axis along which to cut, negative from the end"),
    sizes: sizes.describe("size of each part along the axis; together all of it"),
    keepDims: z.boolean().default(true).describe("whether the parts keep the axis"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { axis, sizes, keepDims }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    check(total === x.shape[along], () => `parts of ${sizes.join(" + ")} do not make up axis ${along}, of size ${x.shape[along]}`);
    check(keepDims || sizes.every((size) => size === 1), "only parts of size 1 can lose the axis");
    const parts = sizes.map((size) => ({ dtype: x.dtype, shape: keepDims ? x.shape.with(along, size) : x.shape.toSpliced(along, 1) }));
    return { outputs: [sequenceType(parts)], work: {} };
  },
});
