import { defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";

/**
 * Random numbers. Output: `shape`. Work: one random number per element, whatever its distribution; where it is shifted and scaled, a
 * multiplication and an add more.
 */
export const random: LayerType = defineLayerType({
  type: "random",
  attributes: z.strictObject({
    shape: sizes.describe("sizes of the output"),
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the output"),
    distribution: z.enum(["uniform", "normal", "truncated-normal"]).default("uniform").describe("how the numbers are spread"),
    scaled: z.boolean().default(false).describe("whether it is another interval than 0 to 1, or another mean and deviation than 0 and 1"),
  }),
  inputs: {},

  describe({ attributes: { shape, dtype, scaled } }) {
    const elements = product(shape);
    return {
      outputs: [{ dtype, shape }],
      work: { random: elements, ...(scaled && { multiply: elements, add: elements }) },
      compute: dtype,
    };
  },
});
