import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Bernoulli, since version 15. https://onnx.ai/onnx/operators/onnx__Bernoulli.html */
export const bernoulliOperator: OnnxOperator = defineOnnxOperator({
  operator: "Bernoulli",
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }) => {
    const dtype = node.dtype("dtype");
    add("bernoulli", [input], { ...(dtype && { dtype }) });
  },
});
