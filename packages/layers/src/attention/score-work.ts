import type { Work } from "@modelgauge/core";

/** What is done with each score of an attention. */
export interface ScoreOptions {
  readonly keySize: number;
  readonly valueSize: number;
  /** Whether a mask or bias is added. */
  readonly masked: boolean;
  /** Whether scores are capped by a tanh. */
  readonly softcap: boolean;
}

/**
 * Work of so many scores: a MAC for each element of key and value; a multiplication that scales, an add for a mask, softmax (a comparison,
 * a subtraction, an exponential, an add, a division), and a tanh with two multiplications for a soft cap.
 */
export function scoreWork(scores: number, { keySize, valueSize, masked, softcap }: ScoreOptions): Work {
  return {
    mac: scores * (keySize + valueSize),
    multiply: scores * (softcap ? 3 : 1),
    compare: scores,
    exp: scores,
    add: scores * (masked ? 3 : 2),
    divide: scores,
    ...(softcap && { tanh: scores }),
  };
}
