import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { squareMatrices } from "./square-matrices.ts";

/**
 * Inverse matrices.
 *
 * x: […, n, n]. Output: the same. Work, by Gauss–Jordan elimination in place with partial pivoting, for each matrix and each of its n
 * pivots: n divisions of the pivot's row; for each of the n − 1 other rows, n multiplications and n − 1 subtractions; and n(n − 1) / 2
 * comparisons for all pivots together. An estimate: other methods take other steps.
 */
export const inverse: LayerType = defineLayerType({
  type: "inverse",
  attributes: z.strictObject({}),
  inputs: { x: "tensor" },

  describe({ inputs: { x } }) {
    const { matrices, order } = squareMatrices(x.shape);
    const eliminations = matrices * order * Math.max(0, order - 1);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: {
        multiply: eliminations * order,
        add: eliminations * Math.max(0, order - 1),
        divide: matrices * order ** 2,
        compare: eliminations / 2,
      },
      status: "estimate",
    };
  },
});
