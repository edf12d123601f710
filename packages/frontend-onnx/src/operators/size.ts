import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Size, since version 1. https://onnx.ai/onnx/operators/onnx__Size.html */
export const sizeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Size",
  inputs: { data: "tensor" },
  translate: ({ inputs: { data }, add }) => add("size", [data]),
});
