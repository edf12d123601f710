import { decisionOf } from "../decision.ts";
import type { BodyOptions } from "../operator.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx If, since version 1. Where the condition is known, only the branch that it takes is there; else both, of which one runs.
 * https://onnx.ai/onnx/operators/onnx__If.html
 */
export const ifOperator: OnnxOperator = defineOnnxOperator({
  operator: "If",
  inputs: { condition: "setting" },
  translate: ({ inputs: { condition }, add, subgraph, undescribed }) => {
    const taken = decisionOf(condition);
    const branches = taken === undefined ? ["then_branch", "else_branch"] : [taken ? "then_branch" : "else_branch"];
    const bodies = branches.map((name): BodyOptions => ({ name, graph: subgraph(name, []), runs: 1, alternative: branches.length > 1 }));
    if (bodies.some(({ graph }) => graph.outputs.some(({ type }) => type === undefined))) {
      return undescribed("the type of an output of its branches is unknown", { bodies });
    }
    add("if", [condition], {}, { bodies });
  },
});
