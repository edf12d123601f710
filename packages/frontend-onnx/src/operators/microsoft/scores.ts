import type { DType, Shape } from "@modelgauge/core";
import type { OnnxContext } from "../../operator.ts";

/** Gives out the scores that attention computes anyway, [B, heads, S, T], where the node wants them: writing them is all that it costs. */
export function giveOutScores({ node, step }: Pick<OnnxContext, "node" | "step">, output: number, dtype: DType, shape: Shape): void {
  if (node.hasOutput(output)) step("scores", "constant-fill", [], { shape, dtype, value: null }, { outputs: [output], weights: [] });
}
