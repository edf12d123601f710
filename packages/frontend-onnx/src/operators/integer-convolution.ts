import { readConvolution } from "../convolution.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx ConvInteger, since version 10: accumulates in int32. https://onnx.ai/onnx/operators/onnx__ConvInteger.html */
export const convIntegerOperator: OnnxOperator = defineOnnxOperator({
  operator: "ConvInteger",
  inputs: { x: "tensor", weight: "weight", xZeroPoint: "setting?", weightZeroPoint: "setting?" },
  translate: ({ node, inputs: { x, weight }, add }) => add("conv", [x], { ...readConvolution(node, x, weight), dtype: "int32" }),
});

/** ai.onnx QLinearConv, since version 10. https://onnx.ai/onnx/operators/onnx__QLinearConv.html */
export const qlinearConvOperator: OnnxOperator = defineOnnxOperator({
  operator: "QLinearConv",
  inputs: {
    x: "tensor",
    xScale: "setting",
    xZeroPoint: "setting",
    weight: "weight",
    weightScale: "setting",
    weightZeroPoint: "setting",
    scale: "setting",
    zeroPoint: "setting",
    bias: "bias?",
  },
  translate: ({ node, inputs: { x, weight, zeroPoint, bias }, add }) =>
    add("conv", [x], { ...readConvolution(node, x, weight), dtype: zeroPoint.dtype, bias: bias !== undefined }),
});
