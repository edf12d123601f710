import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx MeanVarianceNormalization, since version 9. https://onnx.ai/onnx/operators/onnx__MeanVarianceNormalization.html */
export const meanVarianceNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "MeanVarianceNormalization",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("layer-norm", [x], { axes: node.ints("axes") ?? [0, 2, 3], scale: false }),
});
