import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx MaxRoiPool, since version 1. https://onnx.ai/onnx/operators/onnx__MaxRoiPool.html */
export const maxRoiPoolOperator: OnnxOperator = defineOnnxOperator({
  operator: "MaxRoiPool",
  inputs: { x: "tensor", regions: "tensor" },
  translate: ({ node, inputs: { x, regions }, add }) => add("roi-pool", [x, regions], { sizes: node.ints("pooled_shape") }),
});
