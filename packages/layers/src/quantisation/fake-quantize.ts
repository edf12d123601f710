import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/**
 * Rounds each element to one of the levels that a quantised tensor has, and stays in its dtype, as quantisation-aware training does.
 *
 * x: any shape. Output: the same. Work: per element, two comparisons that clamp, a subtraction, a division, a rounding, a
 * multiplication and an add.
 */
export const fakeQuantize: LayerType = defineLayerType({
  type: "fake-quantize",
  attributes: z.strictObject({}),
  inputs: { x: "tensor", least: "tensor?", greatest: "tensor?" },

  describe({ inputs: { x } }) {
    const elements = product(x.shape);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: { compare: 2 * elements, add: 2 * elements, divide: elements, round: elements, multiply: elements },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
    };
  },
});
