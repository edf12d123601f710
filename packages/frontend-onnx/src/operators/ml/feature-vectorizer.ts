import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

/** ai.onnx.ml FeatureVectorizer, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_FeatureVectorizer.html */
export const featureVectorizerOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "FeatureVectorizer",
  inputs: { inputs: "tensors" },
  translate: ({ inputs: { inputs }, add }) => add("feature-vectorizer", inputs),
});
