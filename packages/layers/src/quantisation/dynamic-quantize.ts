import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/**
 * Quantises with a scale and a zero point that follow from the range of the elements, zero included.
 *
 * x: any shape. Outputs: the quantised tensor, x's shape; scale (a float32 scalar); zero point (a scalar).
 * Work: two comparisons per element for the range; for scale and zero point, 2 adds, 2 divisions, a rounding, 2 comparisons that
 * saturate and a conversion; then per element a division, a rounding, an add, 2 comparisons and a conversion.
 */
export const dynamicQuantize: LayerType = defineLayerType({
  type: "dynamic-quantize",
  attributes: z.strictObject({ dtype: z.enum(["uint8", "int8"]).default("uint8").describe("dtype of the quantised tensor") }),
  inputs: { x: "tensor" },

  describe({ attributes: { dtype }, inputs: { x } }) {
    const elements = product(x.shape);
    return {
      outputs: [
        { dtype, shape: x.shape },
        { dtype: "float32", shape: [] },
        { dtype, shape: [] },
      ],
      work: { compare: 4 * elements + 2, add: elements + 2, divide: elements + 2, round: elements + 1, convert: elements + 1 },
    };
  },
});
