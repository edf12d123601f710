import { check, formatShape, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { MICROSOFT } from "./domain.ts";
import { type Projections, unmerged } from "./projection.ts";
import { rotated } from "./rotary.ts";
import { pairsWithin } from "./sequence-lengths.ts";

/**
 * com.microsoft PagedAttention: attention of packed sequences to keys and values in the pages of a cache, [blocks, block size, kvHeads,
 * size], which it adds the new ones to in place. Without the lengths' values, each token sees all pages that a sequence may have, an
 * upper bound; with a local window, at most its keys.
 */
export const pagedAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "PagedAttention",
  inputs: {
    query: "tensor",
    key: "tensor?",
    value: "tensor?",
    keyCache: "tensor",
    valueCache: "tensor?",
    ends: "tensor",
    pastLengths: "tensor",
    blockTable: "tensor",
    cos: "setting?",
    sin: "setting?",
    slotMapping: "tensor?",
    headSink: "weight?",
    queryNorm: "weight?",
    keyNorm: "weight?",
    keyScale: "setting?",
    valueScale: "setting?",
    metadata: "setting?",
  },
  translate: (context) => {
    const { node, inputs, step, undescribed } = context;
    const heads = required(node.int("num_heads"), "num_heads");
    const kvHeads = required(node.int("kv_num_heads"), "kv_num_heads");
    const { keyCache, valueCache, ends, pastLengths, blockTable, cos, sin } = inputs;
    if (inputs.queryNorm !== undefined) return undescribed("norms of queries and keys of a paged cache are not described");
    check(
      keyCache.rank === 4 && keyCache.shape[2] === kvHeads,
      () => `the key cache is ${formatShape(keyCache.shape)}, not blocks × size × ${kvHeads} heads × …`,
    );
    const size = inputs.key === undefined ? inputs.query.shape[1]! / (heads + 2 * kvHeads) : inputs.key.shape[1]! / kvHeads;
    const latent = node.string("kv_cache_layout") === "LATENT";
    const separate = inputs.key !== undefined;
    check(latent ? separate : separate === (inputs.value !== undefined), "key and value come together");
    const apart = separate
      ? { query: inputs.query, key: inputs.key, value: inputs.value ?? inputs.key }
      : unmerged(context, inputs.query, [heads * size, kvHeads * size, kvHeads * size]);
    const turns = (node.flag("do_rotary") ?? false) && cos !== undefined && sin !== undefined;
    const { query } = turns ? turnedTokens(context, apart, { heads, kvHeads }, cos, sin) : apart;
    const pairs = pairsWithin(ends, pastLengths);
    const window = node.int("local_window_size") ?? -1;
    const most = (blockTable.shape[1] ?? 0) * keyCache.shape[1]!;
    const valueSize = node.int("v_head_size") ?? 0;
    const packed = keyCache.shape[3] !== size;
    if (packed) return undescribed("a paged cache of packed 4-bit elements is not described");
    const entries = (name: string, cache: Operand): Operand =>
      step(
        `${name}-entries`,
        "reshape",
        [cache],
        { shape: [keyCache.shape[0]! * keyCache.shape[1]!, kvHeads * size] },
        { weights: [] },
      )[0]!;
    const keys = entries("key", keyCache);
    const values = valueCache && entries("value", valueCache);
    step(
      "attention",
      "packed-attention",
      [query, keys, values],
      {
        heads,
        kvHeads,
        softcap: (node.float("softcap") ?? 0) > 0,
        ...(pairs !== undefined && window <= 0 ? { pairs } : { longest: window > 0 ? Math.min(window, most) : most }),
        ...(valueSize > 0 && values === undefined && { valueSize }),
      },
      { outputs: [0] },
    );
    if (node.hasOutput(1)) step("key-cache", "identity", [keyCache], {}, { outputs: [1] });
    if (node.hasOutput(2) && valueCache !== undefined) step("value-cache", "identity", [valueCache], {}, { outputs: [2] });
  },
});

/** Turns queries and keys as one sequence of all tokens. */
function turnedTokens(
  context: OnnxContext,
  { query, key, value }: Projections,
  heads: { readonly heads: number; readonly kvHeads: number },
  cos: Operand,
  sin: Operand,
): Projections {
  const { step } = context;
  const reshaped = (name: string, x: Operand, shape: readonly number[]): Operand =>
    step(name, "reshape", [x], { shape }, { weights: [] })[0]!;
  const sequence = {
    query: reshaped("query-tokens", query, [1, ...query.shape]),
    key: reshaped("key-tokens", key, [1, ...key.shape]),
    value,
  };
  const turned = rotated(context, sequence, heads, { cos, sin, size: 2 * (cos.shape[1] ?? 0) });
  return { query: reshaped("turned-query", turned.query, query.shape), key: reshaped("turned-key", turned.key, key.shape), value };
}
