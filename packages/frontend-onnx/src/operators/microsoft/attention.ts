import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";
import { projected, projectionSizes } from "./projection.ts";
import { selfAttention } from "./self-attention.ts";

/** com.microsoft Attention: projection by a merged weight, [features, query + key + value], and attention. Masked scores count. */
export const microsoftAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Attention",
  inputs: {
    input: "tensor",
    weights: "weight",
    bias: "bias?",
    mask: "tensor?",
    past: "tensor?",
    attentionBias: "tensor?",
    pastLength: "setting?",
  },
  translate: (context) => {
    const { input, weights, bias, mask, past, attentionBias, pastLength } = context.inputs;
    const projections = projected(context, input, [weights, bias], projectionSizes(context.node, weights.shape[1] ?? 0));
    selfAttention(context, projections, { past, pastLength, mask, bias: attentionBias });
  },
});

/** com.microsoft DecoderMaskedSelfAttention: Attention of one new token. */
export const decoderMaskedSelfAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DecoderMaskedSelfAttention",
  inputs: {
    input: "tensor",
    weights: "weight",
    bias: "bias",
    mask: "tensor?",
    past: "tensor",
    attentionBias: "tensor?",
    pastLength: "setting",
    beamWidth: "setting?",
    cacheIndirection: "setting?",
  },
  translate: (context) => {
    const { input, weights, bias, mask, past, attentionBias, pastLength } = context.inputs;
    const projections = projected(context, input, [weights, bias], projectionSizes(context.node, weights.shape[1] ?? 0));
    selfAttention(context, projections, { past, pastLength, mask, bias: attentionBias });
  },
});

/**
 * com.microsoft QAttention: Attention whose projection multiplies 8-bit integers, into the dtype of the bias, in which attention is
 * computed.
 */
export const qAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QAttention",
  inputs: {
    input: "tensor",
    weight: "weight",
    bias: "bias",
    inputScale: "setting",
    weightScale: "setting",
    mask: "tensor?",
    inputZeroPoint: "setting?",
    weightZeroPoint: "setting?",
    past: "tensor?",
  },
  translate: (context) => {
    const { input, weight, bias, inputScale, mask, past } = context.inputs;
    const sizes = projectionSizes(context.node, weight.shape[1] ?? 0);
    const projections = projected(context, input, [weight, bias], sizes, inputScale.dtype);
    selfAttention(context, projections, { past, pastLength: undefined, mask, bias: undefined });
  },
});
