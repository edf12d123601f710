import { check, formatShape, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { MICROSOFT } from "./domain.ts";
import { biased, projected, type Projections, projectionSizes } from "./projection.ts";
import { pairsWithin } from "./sequence-lengths.ts";

/**
 * com.microsoft PackedAttention: Attention of sequences without their padding, [tokens, features]. A token sees those of its sequence:
 * without the lengths' values, the longest sequence that the tokens may come from is an upper bound.
 */
export const packedAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "PackedAttention",
  inputs: {
    input: "tensor",
    weights: "weight",
    bias: "bias",
    tokenOffset: "tensor",
    ends: "tensor",
    attentionBias: "tensor?",
  },
  translate: (context) => {
    const { node, inputs, add } = context;
    const { input, weights, bias, tokenOffset, ends, attentionBias } = inputs;
    const { query, key, value } = projected(context, input, [weights, bias], projectionSizes(node, weights.shape[1] ?? 0));
    const heads = required(node.int("num_heads"), "num_heads");
    add("packed-attention", [query, key, value, attentionBias], { heads, ...seen(ends, tokenOffset) });
  },
});

/** com.microsoft PackedMultiHeadAttention: MultiHeadAttention of sequences without their padding. */
export const packedMultiHeadAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "PackedMultiHeadAttention",
  inputs: {
    query: "tensor",
    key: "tensor?",
    value: "tensor?",
    bias: "bias?",
    tokenOffset: "tensor",
    ends: "tensor",
    attentionBias: "tensor?",
  },
  translate: (context) => {
    const { node, inputs, step, add } = context;
    const { query, key, value, bias, tokenOffset, ends, attentionBias } = inputs;
    let apart: Projections;
    if (key !== undefined && value !== undefined) apart = { query, key, value };
    else {
      const [tokens, packedHeads, three, size] = query.shape as [number, number, number, number];
      check(query.rank === 4 && three === 3, () => `query is ${formatShape(query.shape)}, not tokens × heads × 3 × size`);
      const pieces = step("parts", "unstack", [query], { axis: 2 }, { count: 3, weights: [] });
      const shape = [tokens, packedHeads * size];
      const [q, k, v] = pieces.map((piece, index) => step(`part-${index}`, "reshape", [piece], { shape }, { weights: [] })[0]!);
      apart = { query: q!, key: k!, value: v! };
    }
    const features = ({ shape }: Operand): number => shape[1] ?? 0;
    const sizes = [features(apart.query), features(apart.key), features(apart.value)] as const;
    const projections = biased(context, apart, bias, sizes);
    const heads = required(node.int("num_heads"), "num_heads");
    add("packed-attention", [projections.query, projections.key, projections.value, attentionBias], { heads, ...seen(ends, tokenOffset) });
  },
});

/** The pairs of tokens of one sequence, or how long a sequence may be. */
function seen(ends: Operand, tokenOffset: Operand): { readonly pairs: number } | { readonly longest: number } {
  const pairs = pairsWithin(ends);
  return pairs === undefined ? { longest: tokenOffset.shape.at(-1) ?? 0 } : { pairs };
}
