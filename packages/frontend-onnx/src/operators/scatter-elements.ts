import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";
import { SCATTER_REDUCTIONS } from "../scatter-reductions.ts";

/**
 * ai.onnx ScatterElements, since version 11, and Scatter, its name in versions 9 to 11; `reduction` since version 16.
 * https://onnx.ai/onnx/operators/onnx__ScatterElements.html
 */
export const scatterElementsOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { Scatter: "scatter-elements", ScatterElements: "scatter-elements" },
  inputs: { data: "tensor", indices: "tensor", updates: "tensor" },
  translate: ({ node, inputs: { data, indices, updates }, add }, type) =>
    add(type, [data, indices, updates], {
      axis: node.int("axis") ?? 0,
      reduction: node.word("reduction", SCATTER_REDUCTIONS) ?? "none",
    }),
});
