import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx SequenceAt, since version 11. https://onnx.ai/onnx/operators/onnx__SequenceAt.html */
export const sequenceAtOperator: OnnxOperator = defineOnnxOperator({
  operator: "SequenceAt",
  inputs: { sequence: "tensor", position: "setting" },
  translate: ({ inputs: { sequence, position }, add, undescribed }) => {
    const { type } = sequence;
    const isUnknown = type.kind === "sequence" && type.element === undefined && type.elements === undefined;
    return isUnknown ? undescribed("nothing is known of the sequence's elements") : add("sequence-at", [sequence, position]);
  },
});
