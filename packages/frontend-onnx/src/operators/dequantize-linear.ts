import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx DequantizeLinear, since version 10. The output has the dtype `output_dtype` (since version 23), else the scale's. A stored input
 * is a quantised weight. https://onnx.ai/onnx/operators/onnx__DequantizeLinear.html
 */
export const dequantizeLinearOperator: OnnxOperator = defineOnnxOperator({
  operator: "DequantizeLinear",
  inputs: { x: "weight", scale: "setting", zeroPoint: "setting?" },
  translate: ({ node, inputs: { x, scale, zeroPoint }, add }) => {
    const dtype = node.int("output_dtype") ? node.dtype("output_dtype") : undefined;
    add("dequantize", [x, scale, zeroPoint], {
      ...(dtype && { dtype }),
      axis: node.int("axis") ?? 1,
      blockSize: node.int("block_size") ?? 0,
    });
  },
});
