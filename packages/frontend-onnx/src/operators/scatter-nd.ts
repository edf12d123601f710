import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { SCATTER_REDUCTIONS } from "../scatter-reductions.ts";

/** ai.onnx ScatterND, since version 11; `reduction` since version 16. https://onnx.ai/onnx/operators/onnx__ScatterND.html */
export const scatterNdOperator: OnnxOperator = defineOnnxOperator({
  operator: "ScatterND",
  inputs: { data: "tensor", indices: "tensor", updates: "tensor" },
  translate: ({ node, inputs: { data, indices, updates }, add }) =>
    add("scatter-nd", [data, indices, updates], { reduction: node.word("reduction", SCATTER_REDUCTIONS) ?? "none" }),
});
