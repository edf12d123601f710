import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/** Hashes each element. x: any shape. Output: the same shape. Work: one hash per element. */
export const hash: LayerType = defineLayerType({
  type: "hash",
  attributes: z.strictObject({
    dtype: z.enum(["uint32", "int32", "uint64", "int64"]).default("uint32").describe("dtype of the hashes"),
  }),
  inputs: { x: "tensor" },

  describe: ({ attributes: { dtype }, inputs: { x } }) => ({
    outputs: [{ dtype, shape: x.shape }],
    work: { hash: product(x.shape) },
  }),
});
