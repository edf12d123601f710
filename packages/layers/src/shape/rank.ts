import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * How many dimensions a tensor has.
 *
 * x: any shape, whose elements are not read. Output: a scalar.
 */
export const rank: LayerType = defineLayerType({
  type: "rank",
  attributes: z.strictObject({
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the count"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe: ({ attributes: { dtype } }) => ({ outputs: [{ dtype, shape: [] }], work: {}, traffic: { read: 0 } }),

  evaluate: ({ inputs: { x } }) => [[x.shape.length]],
});
