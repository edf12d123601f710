import { defineLayerType, type LayerType, type Values } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { roundTo } from "../values/floats.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/** So many evenly spaced numbers from a start to a stop, both included. Output: [count]. Work: a multiplication and an add per element. */
export const linspace: LayerType = defineLayerType({
  type: "linspace",
  attributes: z.strictObject({
    start: z.number().describe("the first number"),
    stop: z.number().describe("the last number"),
    count: size.describe("how many numbers"),
    dtype: z.enum(["float64", "float32", "float16", "bfloat16"]).default("float32").describe("dtype of the output"),
  }),
  inputs: {},

  describe: ({ attributes: { count, dtype } }) => ({
    outputs: [{ dtype, shape: [count] }],
    work: { multiply: count, add: count },
    compute: dtype,
  }),

  evaluate({ attributes: { start, stop, count }, outputs }) {
    const { dtype } = tensorOutput(outputs);
    const step = count > 1 ? (stop - start) / (count - 1) : 0;
    const numbers = Array.from({ length: count }, (_, place) =>
      roundTo(dtype, place > 0 && place === count - 1 ? stop : start + place * step),
    );
    return [numbers as Values];
  },
});
