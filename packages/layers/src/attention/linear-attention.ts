import { addWork, check, defineLayerType, DTYPES, formatShape, type LayerType, product, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/**
 * Linear attention with a recurrent state of [key size, value size] a head: S ← S + k vᵀ, o = Sᵀ q (Katharopoulos et al., "Transformers
 * are RNNs", 2020). The rule "gated" makes the state decay before (Yang et al., "Gated linear attention transformers", 2024), "delta"
 * adds what the value differs by from what the state holds for the key (Schlag et al., 2021), "gated-delta" does both.
 *
 * query: [B, S, heads × key size]; key: [B, S, kvHeads × key size]; value: [B, S, valueHeads × value size]; state: what earlier steps
 * left; decay: one number a head, or one a key element; beta: one a head. Outputs: [B, S, max(heads, valueHeads) × value size], and the
 * state [B, valueHeads, key size, value size].
 * Work of the recurrence, per token: for each value head, key size × value size MACs to update the state, as many for "delta" to read it,
 * as many multiplications for a decay; for each head of the output, as many MACs. A runtime that handles chunks of tokens at once does
 * more.
 */
export const linearAttention: LayerType = defineLayerType({
  type: "linear-attention",
  attributes: z.strictObject({
    rule: z.enum(["linear", "gated", "delta", "gated-delta"]).default("linear").describe("how a token changes the state"),
    heads: wholeFrom(1).describe("query heads"),
    kvHeads: wholeFrom(1).optional().describe("key heads, and value heads; as many as query heads where left out"),
    valueHeads: wholeFrom(1).optional().describe("value heads, where several share a key head; as many as key heads where left out"),
    stateDtype: z.enum(DTYPES).optional().describe("dtype of the state; the query's where left out"),
  }),
  inputs: { query: "tensor", key: "tensor", value: "tensor", state: "tensor?", decay: "tensor?", beta: "tensor?" },

  describe({ attributes, inputs: { query, key, value, decay } }) {
    const { rule, heads, kvHeads = heads, valueHeads = kvHeads, stateDtype } = attributes;
    check(valueHeads % kvHeads === 0, () => `${valueHeads} value heads do not divide into ${kvHeads} key heads`);
    for (const [name, { shape }, parts] of [
      ["query", query, heads],
      ["key", key, kvHeads],
      ["value", value, valueHeads],
    ] as const) {
      check(shape.length === 3, () => `${name} is ${formatShape(shape)}, not batch × length × features`);
      check(shape[2]! % parts === 0, () => `${shape[2]} features of ${name} do not divide into ${parts} heads`);
    }
    const [batch, length] = query.shape as [number, number];
    const keySize = key.shape[2]! / kvHeads;
    const valueSize = value.shape[2]! / valueHeads;
    check(query.shape[2]! / heads === keySize, () => `a query head has ${query.shape[2]! / heads} elements, a key head ${keySize}`);
    const outputHeads = Math.max(heads, valueHeads);
    const cells = keySize * valueSize;
    const decays = decay?.shape[2] === valueHeads * keySize ? keySize : 1;
    const perState: Work = addWork(
      { mac: cells },
      rule.startsWith("gated") ? { exp: decays, multiply: cells } : {},
      rule.endsWith("delta") ? { mac: cells, add: valueSize, multiply: valueSize } : {},
    );
    const perToken = addWork(scaleWork(perState, valueHeads), { mac: outputHeads * cells, multiply: outputHeads * valueSize });
    return {
      outputs: [
        { dtype: query.dtype, shape: [batch, length, outputHeads * valueSize] },
        { dtype: stateDtype ?? query.dtype, shape: [batch, valueHeads, keySize, valueSize] },
      ],
      work: scaleWork(perToken, product([batch, length])),
    };
  },
});
