import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { squareMatrices } from "./square-matrices.ts";

/**
 * Determinants.
 *
 * x: […, n, n]. Output: […]. Work, by LU factorisation with partial pivoting (Golub and Van Loan, Matrix Computations, 3.4), for each
 * matrix: (n − 1)n(2n − 1) / 6 multiplications and subtractions that update, n(n − 1) / 2 divisions and as many comparisons for the
 * pivots, n − 1 multiplications for the diagonal. An estimate: other methods take other steps.
 */
export const det: LayerType = defineLayerType({
  type: "det",
  attributes: z.strictObject({}),
  inputs: { x: "tensor" },

  describe({ inputs: { x } }) {
    const { matrices, order } = squareMatrices(x.shape);
    const updates = Math.max(0, ((order - 1) * order * (2 * order - 1)) / 6);
    const pairs = Math.max(0, (order * (order - 1)) / 2);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape.slice(0, -2) }],
      work: {
        multiply: matrices * (updates + Math.max(0, order - 1)),
        add: matrices * updates,
        divide: matrices * pairs,
        compare: matrices * pairs,
      },
      status: "estimate",
    };
  },
});
