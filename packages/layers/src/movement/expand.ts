import { broadcast, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { broadcastStrides, mapIndices, positionOf } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Repeats a tensor along its dimensions of size 1, and along new leading ones.
 *
 * x: any shape. Output: what x's shape and the target broadcast to (NumPy rules, so that a 1 in the target leaves x's size).
 */
export const expand: LayerType = defineLayerType({
  type: "expand",
  attributes: z.strictObject({ shape: sizes.describe("sizes to broadcast to") }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe: ({ attributes: { shape }, inputs: { x } }) => ({
    outputs: [{ dtype: x.dtype, shape: broadcast(x.shape, shape) }],
    work: {},
  }),

  evaluate({ inputs: { x }, outputs }) {
    const { shape } = tensorOutput(outputs);
    const strides = broadcastStrides(x.shape, shape);
    return x.values && [mapIndices(shape, (index) => x.values![positionOf(index, strides)]!)];
  },
});
