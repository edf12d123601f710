import { addWork, check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";
import { productDtype, rescaling } from "./product-dtype.ts";

/**
 * Fully connected layer: a product with a weight matrix along the last dimension.
 *
 * x: […, inputs]. Output: […, units]. Work: output elements × inputs MACs; with a bias, one add per output element (C2); where integers
 * are scaled back, what that takes.
 */
export const linear: LayerType = defineLayerType({
  type: "linear",
  attributes: z.strictObject({
    units: wholeFrom(0).describe("outputs"),
    bias: z.boolean().default(false).describe("whether a bias is added to each output"),
    dtype: productDtype,
  }),
  inputs: { x: "tensor" },

  weights: ({ units, bias }, { x }) => ({
    weight: [units, x.shape.at(-1) ?? 0],
    bias: bias && { shape: [units], role: "bias" },
  }),

  describe({ attributes: { units, bias, dtype: asked }, inputs: { x } }) {
    check(x.shape.length > 0, "a scalar has no dimension to connect");
    const dtype = asked ?? x.dtype;
    const shape = [...x.shape.slice(0, -1), units];
    const elements = product(shape);
    return {
      outputs: [{ dtype, shape }],
      work: addWork({ mac: elements * x.shape.at(-1)!, ...(bias && { add: elements }) }, rescaling(x.dtype, dtype, elements)),
      products: [{ count: 1, rows: product(x.shape.slice(0, -1)), columns: units, depth: x.shape.at(-1)! }],
    };
  },
});
