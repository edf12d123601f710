import { check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Repeats the whole of a tensor along its dimensions.
 *
 * x: any shape. Output: each size times its repeats.
 */
export const tile: LayerType = defineLayerType({
  type: "tile",
  attributes: z.strictObject({ repeats: sizes.describe("how often x is laid out, one number a dimension") }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { repeats }, inputs: { x } }) {
    check(repeats.length === x.shape.length, () => `${x.shape.length} dimensions take as many repeats, not ${repeats.length}`);
    return { outputs: [{ dtype: x.dtype, shape: x.shape.map((size, axis) => size * repeats[axis]!) }], work: {} };
  },

  evaluate: ({ inputs: { x }, outputs }) => [
    take(x, tensorOutput(outputs).shape, (index) => index.map((along, axis) => along % x.shape[axis]!)),
  ],
});
