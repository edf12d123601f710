import { defineLayerType, DTYPES, type LayerType, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/** Work of one element: a₀ − a₁ cos(2πi / n) [+ a₂ cos(4πi / n)], with one multiplication for each angle and each coefficient. */
const ELEMENT_WORK: Readonly<Record<"hann" | "hamming" | "blackman", Work>> = {
  hann: { sine: 1, multiply: 2, add: 1 },
  hamming: { sine: 1, multiply: 2, add: 1 },
  blackman: { sine: 2, multiply: 4, add: 2 },
};

/** A window function of signal processing: weights that fade out towards both ends. Output: [size]. Work: one or two cosines per element. */
export const windowFunction: LayerType = defineLayerType({
  type: "window",
  attributes: z.strictObject({
    function: z.enum(["hann", "hamming", "blackman"]).describe("how the weights fade out"),
    size: size.describe("how many weights"),
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the output"),
  }),
  inputs: {},

  describe: ({ attributes: { function: name, size, dtype } }) => ({
    outputs: [{ dtype, shape: [size] }],
    work: scaleWork(ELEMENT_WORK[name], size),
    compute: dtype,
  }),
});
