import { check, type Operand } from "@modelgauge/core";
import type { OnnxContext } from "../../operator.ts";

/** What is added to the scores of attention. */
export interface ScoreMasks {
  /** Which keys count: [B, T], [B, S, T], [B, 1, M, M] of the longest sequence M; or lengths or positions, [B], [2 × B], [3 × B + 2]. */
  readonly mask: Operand | undefined;
  /** [B or 1, heads or 1, S, T]. */
  readonly bias: Operand | undefined;
}

/** The scores that a mask is for. */
export interface ScoreSizes {
  readonly batch: number;
  readonly queries: number;
  readonly keys: number;
}

/** A mask and a bias in the form of scores: one, or their sum. */
export function scoreMask({ step }: Pick<OnnxContext, "step">, { mask, bias }: ScoreMasks, sizes: ScoreSizes): Operand | undefined {
  if (mask === undefined) return bias;
  const aligned = inFormOfScores(step, mask, sizes);
  if (bias === undefined) return aligned;
  const [converted] = step("mask", "cast", [aligned], { dtype: bias.dtype }, { weights: [] });
  return step("mask-and-bias", "elementwise", [converted, bias], { function: "add" }, { weights: [] })[0];
}

function inFormOfScores(step: OnnxContext["step"], mask: Operand, { batch, queries, keys }: ScoreSizes): Operand {
  const { shape } = mask;
  check(shape.length >= 1 && shape.length <= 4, () => `a mask has 1 to 4 dimensions, not ${shape.length}`);
  const reshaped = (x: Operand, target: readonly number[]): Operand =>
    step("mask-shape", "reshape", [x], { shape: target }, { weights: [] })[0]!;
  const cut = (target: readonly number[], starts: readonly number[]): Operand =>
    step("mask-part", "slice", [mask], { starts, sizes: target }, { weights: [] })[0]!;
  if (shape.length === 1) return reshaped(shape[0]! > batch ? cut([batch], [0]) : mask, [Math.min(batch, shape[0]!), 1, 1, 1]);
  if (shape.length === 2) return reshaped(mask, [shape[0]!, 1, 1, shape[1]!]);
  if (shape.length === 3) return reshaped(mask, [shape[0]!, 1, shape[1]!, shape[2]!]);
  const larger = shape[2]! >= keys && shape[3]! >= keys && (shape[2]! > queries || shape[3]! > keys);
  return larger ? cut([shape[0]!, shape[1]!, queries, keys], [0, 0, keys - queries, 0]) : mask;
}
