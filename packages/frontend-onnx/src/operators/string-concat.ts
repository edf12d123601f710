import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx StringConcat, since version 20. https://onnx.ai/onnx/operators/onnx__StringConcat.html */
export const stringConcatOperator: OnnxOperator = defineOnnxOperator({
  operator: "StringConcat",
  inputs: { x: "tensor", y: "tensor" },
  translate: ({ inputs: { x, y }, add }) => add("string-concat", [x, y]),
});
