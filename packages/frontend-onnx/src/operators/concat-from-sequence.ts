import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/** ai.onnx ConcatFromSequence, since version 11. https://onnx.ai/onnx/operators/onnx__ConcatFromSequence.html */
export const concatFromSequenceOperator: OnnxOperator = defineOnnxOperator({
  operator: "ConcatFromSequence",
  inputs: { sequence: "tensor" },
  translate: ({ node, inputs: { sequence }, add, undescribed }) => {
    const { type } = sequence;
    const isUnknown = type.kind === "sequence" && type.element === undefined && type.elements === undefined;
    if (isUnknown) return undescribed("nothing is known of the sequence's elements");
    add("concat-from-sequence", [sequence], { axis: required(node.int("axis"), "axis"), newAxis: node.flag("new_axis") ?? false });
  },
});
