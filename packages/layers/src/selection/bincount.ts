import { check, defineLayerType, formatShape, type LayerType, product, sameShape } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * Counts how often each number occurs, or adds up weights instead.
 *
 * x: integers, [n] or, row by row, [rows, n]. weights: x's shape. Output: [bins] or [rows, bins]. Work: one add per element.
 */
export const bincount: LayerType = defineLayerType({
  type: "bincount",
  attributes: z.strictObject({ bins: size.describe("how many numbers there are, from 0") }),
  inputs: { x: "tensor", weights: "tensor?" },

  describe({ attributes: { bins }, inputs: { x, weights } }) {
    check(x.shape.length === 1 || x.shape.length === 2, () => `${formatShape(x.shape)} is neither a vector nor rows`);
    const weighted = weights !== undefined && product(weights.shape) > 0;
    check(
      !weighted || sameShape(weights.shape, x.shape),
      () => `there are weights of ${formatShape(weights!.shape)} for ${formatShape(x.shape)}`,
    );
    return {
      outputs: [{ dtype: weights?.dtype ?? x.dtype, shape: [...x.shape.slice(0, -1), bins] }],
      work: { add: product(x.shape) },
    };
  },
});
