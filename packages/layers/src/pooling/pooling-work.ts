import type { Work } from "@modelgauge/core";

/** How the elements under a window are combined: the largest, the mean, or the p-th root of the sum of p-th powers. */
export const POOLING_FUNCTIONS = ["max", "average", "lp"] as const;

/** A way to combine the elements under a window. */
export interface Pooling {
  readonly function: (typeof POOLING_FUNCTIONS)[number];
  /** Of `lp`. */
  readonly power: number;
}

/**
 * Work of combining windows of k elements each: k − 1 comparisons (`max`); k − 1 adds and a division (`average`); for `lp`, k absolute
 * values and k − 1 adds (of power 1), k squares, k − 1 adds and a root (of power 2), or k absolute values, k powers, k − 1 adds and a
 * power.
 *
 * @param window elements in each window
 * @param outputs number of windows, over all channels
 */
export function poolingWork({ function: name, power }: Pooling, window: number, outputs: number): Work {
  const combine = Math.max(0, window - 1) * outputs;
  const elements = window * outputs;
  if (name === "max") return { compare: combine };
  if (name === "average") return { add: combine, divide: outputs };
  if (power === 1) return { add: elements + combine };
  if (power === 2) return { multiply: elements, add: combine, sqrt: outputs };
  return { add: elements + combine, power: elements + outputs };
}
