import type { Work } from "@modelgauge/core";

/**
 * Work of combining windows of elements.
 *
 * @param window elements in each window
 * @param outputs number of windows, over all channels
 */
export function poolingWork(name: "max" | "average" | "lp", window: number, outputs: number): Work {
  const combine = Math.max(0, window - 1) * outputs;
  if (name === "max") return { compare: combine };
  if (name === "average") return { add: combine, divide: outputs };
  return { power: (window + 1) * outputs, add: combine };
}
