import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx MatMul, since version 1. https://onnx.ai/onnx/operators/onnx__MatMul.html */
export const matmulOperator: OnnxOperator = defineOnnxOperator({
  operator: "MatMul",
  inputs: { a: "factor", b: "factor" },
  translate: ({ inputs: { a, b }, add }) => add("matmul", [a, b]),
});
