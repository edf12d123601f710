import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx SequenceEmpty, since version 11. https://onnx.ai/onnx/operators/onnx__SequenceEmpty.html */
export const sequenceEmptyOperator: OnnxOperator = defineOnnxOperator({
  operator: "SequenceEmpty",
  inputs: {},
  translate: ({ node, add }) => add("sequence-empty", [], { dtype: node.dtype("dtype") ?? "float32" }),
});
