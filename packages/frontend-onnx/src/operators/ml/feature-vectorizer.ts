import { product, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

/**
 * ai.onnx.ml FeatureVectorizer, since version 1. Of inputs of more than two dimensions, all but the first are features.
 * https://onnx.ai/onnx/operators/onnx_aionnxml_FeatureVectorizer.html
 */
export const featureVectorizerOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "FeatureVectorizer",
  inputs: { inputs: "tensors" },
  translate: ({ inputs: { inputs }, add, step }) => {
    const rows = (input: Operand | undefined, index: number): Operand | undefined => {
      if (input === undefined || input.rank <= 2) return input;
      return step(`rows${index}`, "reshape", [input], { shape: [input.shape[0]!, product(input.shape.slice(1))] })[0];
    };
    add("feature-vectorizer", inputs.map(rows));
  },
});
