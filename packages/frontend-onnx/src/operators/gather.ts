import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Gather, since version 1. https://onnx.ai/onnx/operators/onnx__Gather.html */
export const gatherOperator: OnnxOperator = defineOnnxOperator({
  operator: "Gather",
  inputs: { data: "factor", indices: "setting" },
  passes: true,
  translate: ({ node, inputs: { data, indices }, add }) => add("gather", [data, indices], { axis: node.int("axis") ?? 0 }),
});
