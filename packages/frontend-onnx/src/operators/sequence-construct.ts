import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx SequenceConstruct, since version 11. https://onnx.ai/onnx/operators/onnx__SequenceConstruct.html */
export const sequenceConstructOperator: OnnxOperator = defineOnnxOperator({
  operator: "SequenceConstruct",
  inputs: { inputs: "tensors" },
  translate: ({ inputs: { inputs }, add }) => add("sequence-construct", inputs),
});
