import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft QuantizeLinear: also into 16 and 4 bits; `axis` where there is a scale for each index along it. */
export const microsoftQuantizeLinearOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QuantizeLinear",
  inputs: { x: "tensor", scale: "setting", zeroPoint: "setting?" },
  translate: ({ node, inputs: { x, scale, zeroPoint }, add }) =>
    add("quantize", [x, scale, zeroPoint], { dtype: zeroPoint?.dtype ?? "uint8", axis: node.int("axis") ?? 0 }),
});

/** com.microsoft DequantizeLinear: also of 16, 32 and 4 bits. A stored input is a quantised weight. */
export const microsoftDequantizeLinearOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DequantizeLinear",
  inputs: { x: "weight", scale: "setting", zeroPoint: "setting?" },
  translate: ({ node, inputs: { x, scale, zeroPoint }, add }) => add("dequantize", [x, scale, zeroPoint], { axis: node.int("axis") ?? 0 }),
});

/** com.microsoft QuantizeWithOrder: into 8 bits, in an order of its own. */
export const quantizeWithOrderOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QuantizeWithOrder",
  inputs: { x: "tensor", scale: "setting" },
  translate: ({ inputs: { x, scale }, add }) => add("quantize", [x, scale], { dtype: "int8" }),
});

/** com.microsoft DequantizeWithOrder: from 8 bits in an order of their own. */
export const dequantizeWithOrderOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DequantizeWithOrder",
  inputs: { x: "weight", scale: "setting" },
  translate: ({ node, inputs: { x, scale }, add }) => add("dequantize", [x, scale], { dtype: node.dtype("to") ?? "float32" }),
});
