import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx GatherElements, since version 11. https://onnx.ai/onnx/operators/onnx__GatherElements.html */
export const gatherElementsOperator: OnnxOperator = defineOnnxOperator({
  operator: "GatherElements",
  inputs: { data: "tensor", indices: "tensor" },
  translate: ({ node, inputs: { data, indices }, add }) => add("gather-elements", [data, indices], { axis: node.int("axis") ?? 0 }),
});
