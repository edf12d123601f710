import { defineLayerType, DTYPES, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { partialRead } from "./movement/partial-read.ts";
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
    const output = { dtype, shape: [...indices.shape, units] };
    return { outputs: [output], work: {}, ...partialRead(indices, output) };
  },
});
