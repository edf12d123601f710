import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx ReverseSequence, since version 10. https://onnx.ai/onnx/operators/onnx__ReverseSequence.html */
export const reverseSequenceOperator: OnnxOperator = defineOnnxOperator({
  operator: "ReverseSequence",
  inputs: { input: "tensor", lengths: "setting" },
  translate: ({ node, inputs: { input, lengths }, add }) =>
    add("reverse-sequence", [input, lengths], { timeAxis: node.int("time_axis") ?? 0, batchAxis: node.int("batch_axis") ?? 1 }),
});
