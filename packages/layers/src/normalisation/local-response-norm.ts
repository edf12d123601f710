import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/**
 * Local response normalisation (Krizhevsky et al., 2012): divides each element by a power of the sum of squares over the `size` channels
 * around it.
 *
 * x: [N, C, …spatial], or with the channels last. Output: the same shape.
 * Work per element: a square, `size` − 1 adds, a multiplication, an add, a power, a division. Windows at the border count in full.
 */
export const localResponseNorm: LayerType = defineLayerType({
  type: "local-response-norm",
  attributes: z.strictObject({
    size: wholeFrom(1).describe("channels that are summed over"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { size }, inputs: { x } }) {
    const elements = product(x.shape);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: { multiply: 2 * elements, add: elements * size, power: elements, divide: elements },
    };
  },
});
