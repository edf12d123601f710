import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Where, since version 9. https://onnx.ai/onnx/operators/onnx__Where.html */
export const whereOperator: OnnxOperator = defineOnnxOperator({
  operator: "Where",
  inputs: { condition: "tensor", x: "tensor", y: "tensor" },
  translate: ({ inputs: { condition, x, y }, add }) => add("where", [condition, x, y]),
});
