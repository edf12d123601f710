import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx RegexFullMatch, since version 20. https://onnx.ai/onnx/operators/onnx__RegexFullMatch.html */
export const regexFullMatchOperator: OnnxOperator = defineOnnxOperator({
  operator: "RegexFullMatch",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("string-match", [x], { pattern: node.string("pattern") ?? "" }),
});
