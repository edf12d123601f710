import { defineOnnxOperators, type OnnxOperator } from "../../operator.ts";

/** ai.onnx.ml Binarizer, Imputer, Scaler, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_Scaler.html */
export const mlElementwiseOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: "ai.onnx.ml",
  operators: { Binarizer: "binarizer", Imputer: "imputer", Scaler: "scaler" },
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }, type) => add(type, [x]),
});
