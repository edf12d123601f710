import { normPower } from "../norm-power.ts";
import { defineOnnxOperator, defineOnnxOperators, type OnnxOperator } from "../operator.ts";

const FUNCTIONS = { GlobalAveragePool: "average", GlobalMaxPool: "max" } as const;

/** ai.onnx GlobalAveragePool, GlobalMaxPool, since version 1. https://onnx.ai/onnx/operators/onnx__GlobalAveragePool.html */
export const globalPoolingOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: FUNCTIONS,
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }, name) => add("global-pool", [x], { function: name }),
});

/** ai.onnx GlobalLpPool, since version 1. https://onnx.ai/onnx/operators/onnx__GlobalLpPool.html */
export const globalLpPoolOperator: OnnxOperator = defineOnnxOperator({
  operator: "GlobalLpPool",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("global-pool", [x], { function: "lp", power: normPower(node) }),
});
