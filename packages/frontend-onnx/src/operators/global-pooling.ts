import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

const FUNCTIONS = { GlobalAveragePool: "average", GlobalMaxPool: "max", GlobalLpPool: "lp" } as const;

/** ai.onnx GlobalAveragePool, GlobalMaxPool, GlobalLpPool, since version 1. https://onnx.ai/onnx/operators/onnx__GlobalAveragePool.html */
export const globalPoolingOperators: readonly OnnxOperator[] = Object.entries(FUNCTIONS).map(([operator, name]) =>
  defineOnnxOperator({
    operator,
    inputs: { x: "tensor" },
    translate: ({ inputs: { x }, add }) => add("global-pool", [x], { function: name }),
  }),
);
