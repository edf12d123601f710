import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

/** ai.onnx ArgMax, ArgMin, since version 1. https://onnx.ai/onnx/operators/onnx__ArgMax.html */
export const argReductionOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { ArgMax: "max", ArgMin: "min" },
  inputs: { data: "tensor" },
  translate: ({ node, inputs: { data }, add }, name) =>
    add("arg-reduce", [data], {
      function: name,
      axis: node.int("axis") ?? 0,
      keepDims: node.flag("keepdims") ?? true,
      last: node.flag("select_last_index") ?? false,
    }),
});
