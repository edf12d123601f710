import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Optional, since version 15: without an input, an empty one. https://onnx.ai/onnx/operators/onnx__Optional.html */
export const optionalOperator: OnnxOperator = defineOnnxOperator({
  operator: "Optional",
  inputs: { input: "tensor?" },
  translate: ({ inputs: { input }, add }) => add("optional", [input]),
});
