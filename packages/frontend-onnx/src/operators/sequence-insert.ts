import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx SequenceInsert, since version 11. https://onnx.ai/onnx/operators/onnx__SequenceInsert.html */
export const sequenceInsertOperator: OnnxOperator = defineOnnxOperator({
  operator: "SequenceInsert",
  inputs: { sequence: "tensor", tensor: "tensor", position: "setting?" },
  translate: ({ inputs: { sequence, tensor, position }, add }) => add("sequence-insert", [sequence, tensor, position]),
});
