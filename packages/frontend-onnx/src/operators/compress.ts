import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Compress, since version 9. https://onnx.ai/onnx/operators/onnx__Compress.html */
export const compressOperator: OnnxOperator = defineOnnxOperator({
  operator: "Compress",
  inputs: { input: "tensor", condition: "setting" },
  translate: ({ node, inputs: { input, condition }, add }) => {
    const axis = node.int("axis");
    add("compress", [input, condition], { ...(axis !== undefined && { axis }) });
  },
});
