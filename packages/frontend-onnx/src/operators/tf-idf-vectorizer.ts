import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/** ai.onnx TfIdfVectorizer, since version 9. https://onnx.ai/onnx/operators/onnx__TfIdfVectorizer.html */
export const tfIdfVectorizerOperator: OnnxOperator = defineOnnxOperator({
  operator: "TfIdfVectorizer",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const indexes = required(node.ints("ngram_indexes"), "ngram_indexes");
    add("tf-idf", [x], {
      columns: indexes.reduce((most, index) => Math.max(most, index + 1), 0),
      minLength: required(node.int("min_gram_length"), "min_gram_length"),
      maxLength: required(node.int("max_gram_length"), "max_gram_length"),
      maxSkips: required(node.int("max_skip_count"), "max_skip_count"),
      weighted: node.has("weights") && required(node.word("mode", ["TF", "IDF", "TFIDF"]), "mode") !== "TF",
    });
  },
});
