import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";

/** ai.onnx.ml OneHotEncoder, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_OneHotEncoder.html */
export const oneHotEncoderOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "OneHotEncoder",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const categories = node.ints("cats_int64s") ?? node.strings("cats_strings");
    add("one-hot-encoder", [x], { categories: required(categories, "cats_int64s or cats_strings").length });
  },
});
