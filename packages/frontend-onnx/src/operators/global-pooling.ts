import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

const FUNCTIONS = { GlobalAveragePool: "average", GlobalMaxPool: "max", GlobalLpPool: "lp" } as const;

/** ai.onnx GlobalAveragePool, GlobalMaxPool, GlobalLpPool, since version 1. https://onnx.ai/onnx/operators/onnx__GlobalAveragePool.html */
export const globalPoolingOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: FUNCTIONS,
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }, name) => add("global-pool", [x], { function: name }),
});
