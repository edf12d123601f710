import { bytesOf, defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { size } from "./size-schema.ts";

/**
 * Looks up a trained vector for each index.
 *
 * indices: any shape. Output: [...indices, units]. Computes nothing.
 * Traffic: reads the indices, and of the table the vectors that they name.
 */
export const embedding: LayerType = defineLayerType({
  type: "embedding",
  attributes: z.strictObject({
    vocabulary: size.describe("vectors in the table"),
    units: size.describe("elements of a vector"),
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the vectors"),
  }),
  inputs: { indices: "tensor" },

  weights: ({ vocabulary, units, dtype }) => ({ weight: { shape: [vocabulary, units], dtype } }),

  describe({ attributes: { units, dtype }, inputs: { indices } }) {
    const shape = [...indices.shape, units];
    const read = (bytesOf(indices.dtype, product(indices.shape)) ?? 0) + (bytesOf(dtype, product(shape)) ?? 0);
    return { outputs: [{ dtype, shape }], work: {}, traffic: { read } };
  },
});
