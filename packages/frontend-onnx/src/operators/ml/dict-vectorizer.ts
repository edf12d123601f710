import { required } from "../../setting.ts";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

/** ai.onnx.ml DictVectorizer, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_DictVectorizer.html */
export const dictVectorizerOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "DictVectorizer",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const vocabulary = node.strings("string_vocabulary") ?? node.ints("int64_vocabulary");
    add("dict-vectorizer", [x], { columns: required(vocabulary, "string_vocabulary or int64_vocabulary").length });
  },
});
