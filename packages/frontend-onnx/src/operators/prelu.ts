import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx PRelu, since version 1. https://onnx.ai/onnx/operators/onnx__PRelu.html */
export const preluOperator: OnnxOperator = defineOnnxOperator({
  operator: "PRelu",
  inputs: { x: "tensor", slope: "weight" },
  // Before version 7 a slope per channel is written as a vector, which does not broadcast.
  translate: ({ node, inputs: { x, slope }, add }) =>
    slope.tensor.stored || node.version < 7 ? add("prelu", [x], { slopeShape: slope.shape }) : add("prelu", [x, slope]),
});
