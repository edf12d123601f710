import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx DynamicQuantizeLinear, since version 11. https://onnx.ai/onnx/operators/onnx__DynamicQuantizeLinear.html */
export const dynamicQuantizeLinearOperator: OnnxOperator = defineOnnxOperator({
  operator: "DynamicQuantizeLinear",
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }) => add("dynamic-quantize", [x]),
});
