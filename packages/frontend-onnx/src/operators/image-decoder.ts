import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx ImageDecoder, since version 20. https://onnx.ai/onnx/operators/onnx__ImageDecoder.html */
export const imageDecoderOperator: OnnxOperator = defineOnnxOperator({
  operator: "ImageDecoder",
  inputs: { stream: "tensor" },
  translate: ({ undescribed }) => undescribed("the size of the image is not known"),
});
