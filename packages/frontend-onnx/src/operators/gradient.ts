import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/**
 * ai.onnx.preview.training Gradient, since version 1: the derivatives of a value of the graph by the first inputs, which have their types.
 * Its work is that of a backward pass, which is not described. https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_Gradient.html
 */
export const gradientOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.preview.training",
  operator: "Gradient",
  inputs: { inputs: "tensors" },
  translate: ({ node, inputs: { inputs }, undescribed }) => {
    const by = inputs.slice(0, required(node.strings("xs"), "xs").length);
    undescribed("the work of a backward pass is not known", { outputs: by.map((operand) => operand?.type) });
  },
});
