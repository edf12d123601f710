import { defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/**
 * Draws 0 or 1 for each element, with the element as the probability of 1.
 *
 * x: any shape. Output: the same, in `dtype`, else x's. Work: per element, one random number and one comparison.
 */
export const bernoulli: LayerType = defineLayerType({
  type: "bernoulli",
  attributes: z.strictObject({ dtype: z.enum(DTYPES).optional().describe("dtype of the output; x's where left out") }),
  inputs: { x: "tensor" },

  describe({ attributes: { dtype }, inputs: { x } }) {
    const elements = product(x.shape);
    return { outputs: [{ dtype: dtype ?? x.dtype, shape: x.shape }], work: { random: elements, compare: elements } };
  },
});
