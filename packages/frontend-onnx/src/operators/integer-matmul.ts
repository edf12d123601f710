import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx MatMulInteger, since version 10: accumulates in int32. https://onnx.ai/onnx/operators/onnx__MatMulInteger.html */
export const matmulIntegerOperator: OnnxOperator = defineOnnxOperator({
  operator: "MatMulInteger",
  inputs: { a: "tensor", b: "weight", aZeroPoint: "setting?", bZeroPoint: "setting?" },
  translate: ({ inputs: { a, b }, add }) => add("matmul", [a, b], { dtype: "int32" }),
});

/** ai.onnx QLinearMatMul, since version 10. https://onnx.ai/onnx/operators/onnx__QLinearMatMul.html */
export const qlinearMatmulOperator: OnnxOperator = defineOnnxOperator({
  operator: "QLinearMatMul",
  inputs: {
    a: "tensor",
    aScale: "setting",
    aZeroPoint: "setting",
    b: "weight",
    bScale: "setting",
    bZeroPoint: "setting",
    scale: "setting",
    zeroPoint: "setting",
  },
  translate: ({ inputs: { a, b, zeroPoint }, add }) => add("matmul", [a, b], { dtype: zeroPoint.dtype }),
});
