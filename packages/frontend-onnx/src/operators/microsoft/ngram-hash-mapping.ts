import type { Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft NGramHashMapping: hashes of the last tokens at each place; and the last tokens of each sample, for the next call. */
export const nGramHashMappingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "NGramHashMapping",
  inputs: {
    tokens: "tensor",
    multipliers: "setting",
    vocabularies: "setting",
    past: "tensor?",
    offsets: "setting?",
    end: "setting?",
    segments: "tensor?",
  },
  translate: ({ node, inputs: { tokens, past, offsets }, step }) => {
    checkDimensions("the tokens", tokens, "batch × length");
    const attributes = hashAttributes(node, offsets);
    step("hash", "ngram-hash", [tokens], attributes, { outputs: [0] });
    if (!node.hasOutput(1)) return;
    const [batch, length] = tokens.shape as [number, number];
    const history = attributes.longest - 1;
    const [all] = past
      ? step("history", "concat", [past, tokens], { axis: 1 })
      : step("history", "pad", [tokens], { pads: [0, history, 0, 0] });
    step("present", "slice", [all], { starts: [0, length], sizes: [batch, history] }, { outputs: [1] });
  },
});

/** com.microsoft VarlenNGramHashMapping: NGramHashMapping of packed sequences, [tokens]. */
export const varlenNGramHashMappingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "VarlenNGramHashMapping",
  inputs: {
    tokens: "tensor",
    multipliers: "setting",
    vocabularies: "setting",
    ends: "tensor",
    past: "tensor?",
    offsets: "setting?",
    end: "setting?",
    segments: "tensor?",
    pastSegments: "tensor?",
  },
  translate: ({ node, inputs: { tokens, ends, offsets, segments }, step, constant }) => {
    const attributes = hashAttributes(node, offsets);
    step("hash", "ngram-hash", [tokens], attributes, { outputs: [0] });
    // The last tokens of each sequence.
    const places = constant("int32", [Math.max(0, (ends.shape[0] ?? 1) - 1), attributes.longest - 1]);
    if (node.hasOutput(1)) step("present", "restore-padding", [tokens, places], {}, { outputs: [1] });
    if (node.hasOutput(2)) step("present-segments", "restore-padding", [segments, places], {}, { outputs: [2] });
  },
});

function hashAttributes(
  node: OnnxNode,
  offsets: Operand | undefined,
): { readonly longest: number; readonly heads: number; readonly offsets: boolean } {
  return {
    longest: required(node.int("max_ngram_size"), "max_ngram_size"),
    heads: required(node.int("n_head_per_ngram"), "n_head_per_ngram"),
    offsets: offsets !== undefined,
  };
}
