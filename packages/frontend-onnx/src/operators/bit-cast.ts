import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/** ai.onnx BitCast, since version 26. https://onnx.ai/onnx/operators/onnx__BitCast.html */
export const bitCastOperator: OnnxOperator = defineOnnxOperator({
  operator: "BitCast",
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }) => add("bitcast", [input], { dtype: required(node.dtype("to"), "to") }),
});
