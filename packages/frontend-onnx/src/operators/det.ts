import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Det, since version 11. https://onnx.ai/onnx/operators/onnx__Det.html */
export const detOperator: OnnxOperator = defineOnnxOperator({
  operator: "Det",
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }) => add("det", [x]),
});
