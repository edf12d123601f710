import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx LpNormalization, since version 1. https://onnx.ai/onnx/operators/onnx__LpNormalization.html */
export const lpNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "LpNormalization",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("lp-norm", [x], { axes: [node.int("axis") ?? -1], power: node.int("p") ?? 2 }),
});
