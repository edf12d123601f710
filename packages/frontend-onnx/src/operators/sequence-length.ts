import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx SequenceLength, since version 11. https://onnx.ai/onnx/operators/onnx__SequenceLength.html */
export const sequenceLengthOperator: OnnxOperator = defineOnnxOperator({
  operator: "SequenceLength",
  inputs: { sequence: "tensor" },
  translate: ({ inputs: { sequence }, add }) => add("sequence-length", [sequence]),
});
