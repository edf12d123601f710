import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx SequenceErase, since version 11. https://onnx.ai/onnx/operators/onnx__SequenceErase.html */
export const sequenceEraseOperator: OnnxOperator = defineOnnxOperator({
  operator: "SequenceErase",
  inputs: { sequence: "tensor", position: "setting?" },
  translate: ({ inputs: { sequence, position }, add }) => add("sequence-erase", [sequence, position]),
});
