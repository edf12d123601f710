import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Mod, since version 10: the remainder has the divisor's sign, with `fmod` the dividend's.
 * https://onnx.ai/onnx/operators/onnx__Mod.html
 */
export const modOperator: OnnxOperator = defineOnnxOperator({
  operator: "Mod",
  inputs: { a: "tensor", b: "tensor" },
  translate: ({ node, inputs: { a, b }, add }) => add("elementwise", [a, b], { function: node.flag("fmod") ? "fmod" : "mod" }),
});
