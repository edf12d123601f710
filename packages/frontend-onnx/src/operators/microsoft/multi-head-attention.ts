import { check, formatShape, type Shape, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { attend } from "./cached-attention.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";
import { biased, type Projections, projectionSizes, unmerged } from "./projection.ts";

/**
 * com.microsoft MultiHeadAttention: attention of projections, apart or packed, with their bias. Keys and values of 4 dimensions are those
 * of another sequence, by heads, and are taken as they are. Masked scores count.
 */
export const multiHeadAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MultiHeadAttention",
  inputs: {
    query: "tensor",
    key: "tensor?",
    value: "tensor?",
    bias: "bias?",
    mask: "tensor?",
    attentionBias: "tensor?",
    pastKey: "tensor?",
    pastValue: "tensor?",
    pastLength: "setting?",
    cacheIndirection: "setting?",
  },
  translate: (context) => {
    const { inputs, node } = context;
    const { bias, mask, attentionBias, pastKey, pastValue, pastLength } = inputs;
    addAttention(context, withBias(context, unpacked(context, inputs), bias), {
      pastKey,
      pastValue,
      pastLength,
      inPlace: pastKey !== undefined && pastLength !== undefined,
      causal: node.flag("unidirectional") ?? false,
      mask,
      bias: attentionBias,
    });
  },
});

/** com.microsoft DecoderMaskedMultiHeadAttention: MultiHeadAttention of one new token. */
export const decoderMaskedMultiHeadAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DecoderMaskedMultiHeadAttention",
  inputs: {
    query: "tensor",
    key: "tensor?",
    value: "tensor?",
    mask: "tensor?",
    attentionBias: "tensor?",
    pastKey: "tensor?",
    pastValue: "tensor?",
    pastLength: "setting?",
    beamWidth: "setting?",
    cacheIndirection: "setting?",
    bias: "bias?",
  },
  translate: (context) => {
    const { inputs, node } = context;
    const { query, key, value, bias, mask, attentionBias, pastKey, pastValue, pastLength } = inputs;
    const projections =
      key === undefined || value === undefined
        ? unmerged(context, query, projectionSizes(node, query.shape[2] ?? 0))
        : { query, key, value };
    addAttention(context, withBias(context, projections, bias), {
      pastKey,
      pastValue,
      pastLength,
      inPlace: pastKey !== undefined && (node.flag("past_present_share_buffer") ?? false),
      causal: false,
      mask,
      bias: attentionBias,
    });
  },
});

interface Settings {
  readonly pastKey: Operand | undefined;
  readonly pastValue: Operand | undefined;
  readonly pastLength: Operand | undefined;
  readonly inPlace: boolean;
  readonly causal: boolean;
  readonly mask: Operand | undefined;
  readonly bias: Operand | undefined;
}

function addAttention(context: OnnxContext, projections: Projections, settings: Settings): void {
  const { node } = context;
  const { pastKey, pastValue, pastLength, inPlace, causal, mask, bias } = settings;
  const heads = required(node.int("num_heads"), "num_heads");
  const { key } = projections;
  const before = inPlace ? pastLength?.number : (pastKey?.shape[2] ?? 0);
  const added = key.shape[key.rank === 4 ? 2 : 1]!;
  const cache = {
    key: pastKey,
    value: pastValue,
    inPlace,
    length: before === undefined ? undefined : before + added,
    status: inPlace && before === undefined ? ("at-most" as const) : ("exact" as const),
    kept: node.hasOutput(1) || node.hasOutput(2),
    outputs: [1, 2] as const,
  };
  const scores = node.hasOutput(3) ? 3 : undefined;
  attend(context, projections, { heads, attributes: { causal }, cache, scores, mask, bias });
}

/** Query, key and value from where they are packed: [B, S, heads, 3, size], or keys and values in [B, L, heads, 2, size]. */
function unpacked(
  { step }: OnnxContext,
  { query, key, value }: { readonly query: Operand; readonly key: Operand | undefined; readonly value: Operand | undefined },
): Projections {
  const parts = (name: string, packed: Operand, count: number): readonly Operand[] => {
    const [batch, length, heads, found, size] = packed.shape as [number, number, number, number, number];
    check(
      packed.rank === 5 && found === count,
      () => `${name} is ${formatShape(packed.shape)}, not batch × length × heads × ${count} × size`,
    );
    const pieces = step(`${name}-parts`, "unstack", [packed], { axis: 3 }, { count, weights: [] });
    const shape: Shape = [batch, length, heads * size];
    return pieces.map((piece, index) => step(`${name}-part-${index}`, "reshape", [piece], { shape }, { weights: [] })[0]!);
  };
  if (key === undefined) {
    const [q, k, v] = parts("query", query, 3) as [Operand, Operand, Operand];
    return { query: q, key: k, value: v };
  }
  if (value !== undefined) return { query, key, value };
  const [k, v] = parts("key", key, 2) as [Operand, Operand];
  return { query, key: k, value: v };
}

/** Adds the bias of the projections; keys and values of another sequence have theirs already. */
function withBias(context: OnnxContext, projections: Projections, bias: Operand | undefined): Projections {
  if (bias === undefined) return projections;
  const { query, key, value } = projections;
  const features = (name: string, x: Operand): number => {
    if (x.rank === 4) return x.shape[1]! * x.shape[3]!;
    checkDimensions(name, x, "batch × length × features");
    return x.shape[2]!;
  };
  const sizes = [features("query", query), features("key", key), features("value", value)] as const;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  check(bias.rank === 1 && bias.shape[0] === total, () => `the bias is ${formatShape(bias.shape)}, the projections have ${total} features`);
  return biased(context, projections, bias, sizes);
}
