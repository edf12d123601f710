import { addWork, scaleWork, type Work } from "@modelgauge/core";

/** How a value between elements is found: the nearest element, or a weighted sum of the 2 or 4 nearest in each dimension. */
export const INTERPOLATIONS = ["nearest", "linear", "cubic"] as const;

/** A way to find a value between elements. */
export type Interpolation = (typeof INTERPOLATIONS)[number];

/** Elements in each dimension that one value is found from. */
export const NEIGHBOURS: Readonly<Record<Interpolation, number>> = { nearest: 1, linear: 2, cubic: 4 };

/**
 * Work per place and dimension of finding the neighbours' weights: linear: the fraction, and what is left to 1; cubic: four polynomials of the
 * fraction, of third degree in Horner's form (Keys, 1981).
 */
const WEIGHTS: Readonly<Record<Interpolation, Work>> = {
  nearest: {},
  linear: { add: 2 },
  cubic: { add: 2 + 4 * 3, multiply: 4 * 3 },
};

/** How often a tensor is sampled. */
export interface Samples {
  /** Coordinates at which it is sampled. */
  readonly places: number;
  /** Values found: places × channels that share them. */
  readonly reads: number;
}

/**
 * Work of sampling a tensor between its elements, in so many dimensions d, of k neighbours in each. Per place and dimension, a rounding
 * of the coordinate and the neighbours' weights; per place, the products of the weights of all k^d neighbours; per value, k^d
 * multiplications and k^d − 1 adds. The nearest neighbour is copied.
 */
export function samplingWork(interpolation: Interpolation, dimensions: number, { places, reads }: Samples): Work {
  const neighbours = NEIGHBOURS[interpolation] ** dimensions;
  const rounded = { round: places * dimensions };
  if (neighbours === 1) return rounded;
  return addWork(
    rounded,
    scaleWork(WEIGHTS[interpolation], places * dimensions),
    { multiply: places * neighbours * (dimensions - 1) },
    { multiply: reads * neighbours, add: reads * (neighbours - 1) },
  );
}
