import { addWork, check, defineLayerType, formatShape, type LayerType, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";

/** Work per element of two vectors, without the sum's first; then per pair. */
const METRICS: Readonly<Record<"euclidean" | "squared-euclidean" | "city-block" | "chebyshev", readonly [element: Work, pair: Work]>> = {
  euclidean: [{ add: 2, multiply: 1 }, { sqrt: 1 }],
  "squared-euclidean": [{ add: 2, multiply: 1 }, {}],
  "city-block": [{ add: 3 }, {}],
  chebyshev: [{ add: 2, compare: 1 }, {}],
};

/**
 * Distances between all pairs of the rows of two matrices.
 *
 * a: [M, N], b: [K, N]. Output: [M, K]. Work by the definition, for each pair and element: a subtraction, a square and an add
 * ("euclidean", with a root for each pair, and "squared-euclidean"); a subtraction, an absolute value and an add ("city-block") or a
 * comparison ("chebyshev").
 */
export const pairwiseDistance: LayerType = defineLayerType({
  type: "pairwise-distance",
  attributes: z.strictObject({
    metric: z.enum(["euclidean", "squared-euclidean", "city-block", "chebyshev"]).default("euclidean").describe("what distance means"),
  }),
  inputs: { a: "tensor", b: "tensor" },

  describe({ attributes: { metric }, inputs: { a, b } }) {
    check(
      a.shape.length === 2 && b.shape.length === 2 && a.shape[1] === b.shape[1],
      () => `${formatShape(a.shape)} and ${formatShape(b.shape)} are no matrices with rows of one length`,
    );
    const [rows, length] = a.shape as [number, number];
    const pairs = rows * b.shape[0]!;
    const [element, pair] = METRICS[metric];
    return {
      outputs: [{ dtype: commonDtype([a, b]), shape: [rows, b.shape[0]!] }],
      work: addWork(scaleWork(element, pairs * length), scaleWork(pair, pairs)),
    };
  },
});
