import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft NGramRepeatBlock: forbids tokens that would repeat an n-gram. */
export const nGramRepeatBlockOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "NGramRepeatBlock",
  inputs: { tokens: "tensor", scores: "tensor" },
  translate: ({ node, inputs: { tokens, scores }, add }) =>
    add("block-repeated-ngrams", [tokens, scores], { size: required(node.int("ngram_size"), "ngram_size") }),
});

/**
 * com.microsoft BifurcationDetector: appends predicted tokens from where they part from the source, at most all of them, and finds where
 * the source goes on.
 */
export const bifurcationDetectorOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BifurcationDetector",
  inputs: { source: "tensor", current: "tensor", previousMatch: "tensor", predicted: "tensor?" },
  translate: ({ node, inputs: { source, current, predicted }, step }) => {
    const [tokens] = predicted
      ? step("tokens", "concat", [current, predicted], { axis: 0 }, { outputs: [0], status: "at-most" })
      : step("tokens", "identity", [current], {}, { outputs: [0] });
    const sizes = { shortest: node.int("min_ngram_size") ?? 1, longest: node.int("max_ngram_size") ?? 3 };
    step("match", "suffix-match", [source, tokens], sizes, { outputs: [1] });
  },
});
