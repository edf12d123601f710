import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Unique, since version 11. https://onnx.ai/onnx/operators/onnx__Unique.html */
export const uniqueOperator: OnnxOperator = defineOnnxOperator({
  operator: "Unique",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const axis = node.int("axis");
    add("unique", [x], { ...(axis !== undefined && { axis }), sorted: node.flag("sorted") ?? true });
  },
});
