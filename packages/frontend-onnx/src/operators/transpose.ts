import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Transpose, since version 1. https://onnx.ai/onnx/operators/onnx__Transpose.html */
export const transposeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Transpose",
  inputs: { data: "tensor" },
  passes: true,
  translate: ({ node, inputs: { data }, add }) => {
    const permutation = node.ints("perm");
    add("transpose", [data], { ...(permutation && { permutation }) });
  },
});
