import { defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { checkScale } from "./scale-shape.ts";

/**
 * Undoes quantisation: (x − zero point) · scale.
 *
 * x: any shape. scale, zeroPoint: one for all, [size of the axis], or, by blocks, x's shape with the axis divided by the block size.
 * Output: x's shape, in `dtype`, else in the scale's. Work: per element, a conversion, an add where there is a zero point, a
 * multiplication.
 */
export const dequantize: LayerType = defineLayerType({
  type: "dequantize",
  attributes: z.strictObject({
    dtype: z.enum(DTYPES).optional().describe("dtype of the output; the scale's where left out"),
    axis: axis.default(1).describe("axis that scales run along, negative from the end"),
    blockSize: size.default(0).describe("elements along the axis that share a scale; 0: one scale for each index along the axis"),
  }),
  inputs: { x: "tensor", scale: "tensor", zeroPoint: "tensor?" },

  describe({ attributes: { dtype, axis, blockSize }, inputs: { x, scale, zeroPoint } }) {
    checkScale(x, scale, zeroPoint, { axis, blockSize });
    const elements = product(x.shape);
    return {
      outputs: [{ dtype: dtype ?? scale.dtype, shape: x.shape }],
      work: { convert: elements, ...(zeroPoint && { add: elements }), multiply: elements },
      compute: dtype ?? scale.dtype,
    };
  },
});
