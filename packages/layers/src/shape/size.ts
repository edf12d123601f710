import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { toScalar } from "../values/integers.ts";

/**
 * How many elements a tensor has.
 *
 * x: any shape, whose elements are not read. Output: a scalar.
 */
export const size: LayerType = defineLayerType({
  type: "size",
  attributes: z.strictObject({
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the count"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe: ({ attributes: { dtype } }) => ({ outputs: [{ dtype, shape: [] }], work: {}, traffic: { read: 0 } }),

  evaluate: ({ inputs: { x } }) => [[toScalar(x.shape.reduce((elements, size) => elements * BigInt(size), 1n))]],
});
