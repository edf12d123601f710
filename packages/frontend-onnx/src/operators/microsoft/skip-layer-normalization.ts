import type { Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft SkipLayerNormalization: layer normalisation of input + skip + bias, a sum that it may give out too. */
export const skipLayerNormalizationOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "SkipLayerNormalization",
  inputs: { input: "tensor", skip: "tensor", gamma: "weight", beta: "bias?", bias: "bias?" },
  translate: (context) => {
    const { beta } = context.inputs;
    const statistics = context.node.hasOutput(1) || context.node.hasOutput(2);
    const attributes = { axes: [-1], shift: beta !== undefined, statistics, statisticsDtype: "float32" };
    context.add("layer-norm", [residualSum(context, context.inputs)], attributes, { outputs: statistics ? [0, 1, 2] : [0] });
  },
});

/** com.microsoft SkipSimplifiedLayerNormalization: root-mean-square normalisation of input + skip + bias. */
export const skipSimplifiedLayerNormalizationOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "SkipSimplifiedLayerNormalization",
  inputs: { input: "tensor", skip: "tensor", gamma: "weight", bias: "bias?" },
  translate: (context) => {
    if (context.node.hasOutput(1)) return context.undescribed("root-mean-square normalisation has no mean to give out");
    const statistics = context.node.hasOutput(2);
    const attributes = { kind: "rms", axes: [-1], statistics, statisticsDtype: "float32" };
    context.add("layer-norm", [residualSum(context, context.inputs)], attributes, { outputs: statistics ? [0, 2] : [0] });
  },
});

/** Adds what is there, and gives it out as output 3 where the node wants it. */
function residualSum(
  { step }: Pick<OnnxContext, "step">,
  { input, skip, bias }: { readonly input: Operand; readonly skip: Operand; readonly bias: Operand | undefined },
): Operand | undefined {
  return step("sum", "elementwise", bias ? [input, skip, bias] : [input, skip], { function: "add" }, { outputs: [3], weights: [] })[0];
}
