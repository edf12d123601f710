import { readConvolution } from "../convolution.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Conv, since version 1. https://onnx.ai/onnx/operators/onnx__Conv.html */
export const convOperator: OnnxOperator = defineOnnxOperator({
  operator: "Conv",
  inputs: { x: "tensor", weight: "weight", bias: "bias?" },
  translate: ({ node, inputs: { x, weight, bias }, add }) =>
    add("conv", [x], { ...readConvolution(node, x, weight), bias: bias !== undefined }),
});
