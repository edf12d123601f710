import { check, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { attend, type Cache } from "./cached-attention.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";
import { type Projections, unmerged } from "./projection.ts";
import { rotated } from "./rotary.ts";

/**
 * com.microsoft GroupQueryAttention: attention of query heads that share key and value heads, with rotary positions, norms of queries and
 * keys, and a cache that may be quantised. Masked scores count; with `local_window_size`, those of the window.
 */
export const groupQueryAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GroupQueryAttention",
  inputs: {
    query: "tensor",
    key: "tensor?",
    value: "tensor?",
    pastKey: "tensor?",
    pastValue: "tensor?",
    lengths: "setting",
    totalLength: "setting",
    cos: "setting?",
    sin: "setting?",
    positions: "tensor?",
    attentionBias: "tensor?",
    headSink: "weight?",
    keyScale: "setting?",
    valueScale: "setting?",
    queryNorm: "weight?",
    keyNorm: "weight?",
  },
  translate: (context) => {
    const { node, inputs } = context;
    const heads = required(node.int("num_heads"), "num_heads");
    const kvHeads = required(node.int("kv_num_heads"), "kv_num_heads");
    check(heads > 0 && kvHeads > 0, () => `there are ${heads} query heads and ${kvHeads} key and value heads`);
    const apart = separated(context, inputs, { heads, kvHeads });
    const normed = withNorms(context, apart, inputs, { heads, kvHeads });
    const { cos, sin, positions } = inputs;
    const turns = (node.flag("do_rotary") ?? false) && cos !== undefined && sin !== undefined;
    const projections = turns
      ? rotated(context, normed, { heads, kvHeads }, { cos, sin, positions, size: 2 * (cos.shape[1] ?? 0) })
      : normed;
    const cache = cacheOf(context, inputs, projections.key);
    const window = node.int("local_window_size") ?? -1;
    const causal = node.flag("causal") ?? true;
    attend(context, projections, {
      heads,
      kvHeads,
      attributes: { causal, softcap: (node.float("softcap") ?? 0) > 0, ...(window > 0 && { window }) },
      cache,
      scores: node.hasOutput(3) ? 3 : undefined,
      mask: undefined,
      bias: inputs.attentionBias,
    });
  },
});

interface Heads {
  readonly heads: number;
  readonly kvHeads: number;
}

/** Query, key and value, out of one tensor where only the first is there. */
function separated(
  context: OnnxContext,
  { query, key, value }: { readonly query: Operand; readonly key: Operand | undefined; readonly value: Operand | undefined },
  { heads, kvHeads }: Heads,
): Projections {
  if (key !== undefined && value !== undefined) return { query, key, value };
  check(key === undefined && value === undefined, "key and value come together");
  const size = (query.shape[2] ?? 0) / (heads + 2 * kvHeads);
  check(Number.isInteger(size), () => `${query.shape[2]} packed features do not divide into ${heads + 2 * kvHeads} heads`);
  return unmerged(context, query, [heads * size, kvHeads * size, kvHeads * size]);
}

/** Normalises each head of queries and keys by its root mean square. */
function withNorms(
  { step }: OnnxContext,
  { query, key, value }: Projections,
  { queryNorm, keyNorm }: { readonly queryNorm: Operand | undefined; readonly keyNorm: Operand | undefined },
  { heads, kvHeads }: Heads,
): Projections {
  const normed = (name: string, x: Operand, parts: number, weight: Operand | undefined): Operand => {
    if (weight === undefined) return x;
    checkDimensions(name, x, "batch × length × features");
    const [batch, length, features] = x.shape as [number, number, number];
    check(features % parts === 0, () => `${features} features do not divide into ${parts} heads`);
    const [apart] = step(`${name}-heads`, "reshape", [x], { shape: [batch, length, parts, features / parts] }, { weights: [] }) as [
      Operand,
    ];
    const [scaled] = step(`${name}-norm`, "layer-norm", [apart], { kind: "rms", axes: [-1] }, { weights: [weight] }) as [Operand];
    return step(`${name}-features`, "reshape", [scaled], { shape: x.shape }, { weights: [] })[0]!;
  };
  return { query: normed("query", query, heads, queryNorm), key: normed("key", key, kvHeads, keyNorm), value };
}

/**
 * How long the cache is: as long as the total length tells. Where only a run tells that, keys are taken to be added to all that are
 * there, an upper bound. A buffer that is long enough is written in place.
 */
function cacheOf(
  { node }: OnnxContext,
  { pastKey, pastValue, totalLength }: Readonly<Record<"pastKey" | "pastValue", Operand | undefined>> & { readonly totalLength: Operand },
  key: Operand,
): Cache {
  const total = totalLength.number;
  const capacity = pastKey?.shape[2] ?? 0;
  const shared = { key: pastKey, value: pastValue, kept: node.hasOutput(1) || node.hasOutput(2), outputs: [1, 2] as const };
  const packed = { ...shared, perByte: node.int("kv_cache_bit_width") === 4 ? 2 : 1 };
  const slides = (node.flag("sliding_window_cache") ?? false) && pastKey !== undefined;
  if (slides) {
    const fits = total !== undefined && total <= capacity;
    return { ...packed, inPlace: true, length: fits ? total : capacity, status: fits ? "exact" : "at-most" };
  }
  if (total === undefined) {
    const bound = pastKey !== undefined;
    return { ...packed, inPlace: false, length: capacity + key.shape[1]!, status: bound ? "at-most" : "exact" };
  }
  return { ...packed, inPlace: pastKey !== undefined && total <= capacity, length: total };
}
