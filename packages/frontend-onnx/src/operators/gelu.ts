import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Gelu, since version 20. https://onnx.ai/onnx/operators/onnx__Gelu.html */
export const geluOperator: OnnxOperator = defineOnnxOperator({
  operator: "Gelu",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("activation", [x], { function: node.word("approximate", ["none", "tanh"]) === "tanh" ? "gelu-tanh" : "gelu" }),
});
