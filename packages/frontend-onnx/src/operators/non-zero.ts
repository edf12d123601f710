import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx NonZero, since version 9. https://onnx.ai/onnx/operators/onnx__NonZero.html */
export const nonZeroOperator: OnnxOperator = defineOnnxOperator({
  operator: "NonZero",
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }) => add("non-zero", [x]),
});
