import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Swish, since version 24: x · sigmoid(α · x). https://onnx.ai/onnx/operators/onnx__Swish.html */
export const swishOperator: OnnxOperator = defineOnnxOperator({
  operator: "Swish",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("activation", [x], { function: (node.float("alpha") ?? 1) === 1 ? "swish" : "quick-gelu" }),
});
