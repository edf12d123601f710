import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx QuantizeLinear, since version 10. The output has the zero point's dtype, else `output_dtype` (since version 21), else uint8.
 * https://onnx.ai/onnx/operators/onnx__QuantizeLinear.html
 */
export const quantizeLinearOperator: OnnxOperator = defineOnnxOperator({
  operator: "QuantizeLinear",
  inputs: { x: "tensor", scale: "setting", zeroPoint: "setting?" },
  translate: ({ node, inputs: { x, scale, zeroPoint }, add }) => {
    const written = node.int("output_dtype") ? node.dtype("output_dtype") : undefined;
    add("quantize", [x, scale, zeroPoint], {
      dtype: zeroPoint?.dtype ?? written ?? "uint8",
      axis: node.int("axis") ?? 1,
      blockSize: node.int("block_size") ?? 0,
    });
  },
});
