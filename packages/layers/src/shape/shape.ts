import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { toScalar } from "../values/integers.ts";

/**
 * The sizes of a tensor's dimensions, as a vector.
 *
 * x: any shape, whose elements are not read. Output: the sizes of the dimensions from `start` to before `end`.
 */
export const shape: LayerType = defineLayerType({
  type: "shape",
  attributes: z.strictObject({
    start: axis.default(0).describe("first dimension, negative from the end"),
    end: axis.optional().describe("dimension before which to stop, negative from the end; none where left out"),
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the sizes"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe: ({ attributes: { start, end, dtype }, inputs: { x } }) => ({
    outputs: [{ dtype, shape: [x.shape.slice(start, end).length] }],
    work: {},
    traffic: { read: 0 },
  }),

  evaluate: ({ attributes: { start, end }, inputs: { x } }) => [x.shape.slice(start, end).map((size) => toScalar(BigInt(size)))],
});
