import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx GatherND, since version 11; `batch_dims` since version 12. https://onnx.ai/onnx/operators/onnx__GatherND.html */
export const gatherNdOperator: OnnxOperator = defineOnnxOperator({
  operator: "GatherND",
  inputs: { data: "tensor", indices: "tensor" },
  translate: ({ node, inputs: { data, indices }, add }) => add("gather-nd", [data, indices], { batchDims: node.int("batch_dims") ?? 0 }),
});
