import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Identity, since version 1. https://onnx.ai/onnx/operators/onnx__Identity.html */
export const identityOperator: OnnxOperator = defineOnnxOperator({
  operator: "Identity",
  inputs: { input: "tensor" },
  passes: true,
  translate: ({ inputs: { input }, add }) => add("identity", [input]),
});
