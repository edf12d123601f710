import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/** Marks each element among categories that may be any values. x: any shape. Output: float32, x's shape and `categories`. Work: one hash per element. */
export const oneHotEncoder: LayerType = defineLayerType({
  type: "one-hot-encoder",
  attributes: z.strictObject({ categories: size.describe("number of categories") }),
  inputs: { x: "tensor" },

  describe: ({ attributes: { categories }, inputs: { x } }) => ({
    outputs: [{ dtype: "float32", shape: [...x.shape, categories] }],
    work: { hash: product(x.shape) },
  }),
});
