import type { Work } from "@modelgauge/core";

/**
 * Work of so many discrete Fourier transforms of `points` points each, in real operations, by a radix-2 fast transform (Cooley and
 * Tukey, 1965): points / 2 · ⌈log2 points⌉ butterflies, each a complex multiplication (4 multiplications, 2 adds) and two complex adds
 * (4 adds). Real input or output takes half of it. Other lengths and methods take other steps: an estimate.
 */
export function fourierWork(transforms: number, points: number, real: boolean): Work {
  const butterflies = Math.ceil(((transforms * points) / 2) * Math.ceil(Math.log2(Math.max(1, points))) * (real ? 0.5 : 1));
  return { multiply: 4 * butterflies, add: 6 * butterflies };
}
