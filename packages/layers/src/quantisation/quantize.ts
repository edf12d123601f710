import { defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { checkScale } from "./scale-shape.ts";

/**
 * Quantises: saturate(round(x / scale) + zero point).
 *
 * x: any shape. scale, zeroPoint: one for all, [size of the axis], or, by blocks, x's shape with the axis divided by the block size.
 * Output: x's shape. Work: per element, a division, a rounding, an add where there is a zero point, two comparisons that saturate,
 * a conversion.
 */
export const quantize: LayerType = defineLayerType({
  type: "quantize",
  attributes: z.strictObject({
    dtype: z.enum(DTYPES).default("uint8").describe("dtype of the output"),
    axis: axis.default(1).describe("axis that scales run along, negative from the end"),
    blockSize: size.default(0).describe("elements along the axis that share a scale; 0: one scale for each index along the axis"),
  }),
  inputs: { x: "tensor", scale: "tensor", zeroPoint: "tensor?" },

  describe({ attributes: { dtype, axis, blockSize }, inputs: { x, scale, zeroPoint } }) {
    checkScale(x, scale, zeroPoint, { axis, blockSize });
    const elements = product(x.shape);
    return {
      outputs: [{ dtype, shape: x.shape }],
      work: { divide: elements, round: elements, ...(zeroPoint && { add: elements }), compare: 2 * elements, convert: elements },
    };
  },
});
