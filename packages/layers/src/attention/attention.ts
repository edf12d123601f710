import { defineLayerType, type InputTensor, type LayerType, product, type TensorType } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";
import { resolvedSizes } from "./attention-sizes.ts";
import { scoreWork } from "./score-work.ts";

/**
 * Scaled dot-product attention (Vaswani et al., 2017); grouped-query and multi-query where there are fewer key heads than query heads.
 * Projections are layers of their own.
 *
 * query: [B, S, heads × size] with layout "packed", [B, heads, S, size] with layout "heads"; key and value: either, with `kvHeads`
 * heads. mask: added to the scores. pastKey, pastValue: [B, kvHeads, P, size], in front of key and value. Output: as query, with value's
 * size; with `present`, key and value with the past in front, [B, kvHeads, P + S, size], as two more outputs; with `scores`, these as
 * one more, [B, heads, S_q, S_kv].
 * Work: B × heads × S_q × S_kv × (key size + value size) MACs. Masked positions count, as with any dense runtime: a causal mask saves
 * nothing; with a `window`, each query counts the keys that its window can hold. Per score: a multiplication to scale, an add for a
 * mask, softmax (a comparison, a subtraction, an exponential, an add, a division), and tanh with two multiplications for a soft cap.
 */
export const attention: LayerType = defineLayerType({
  type: "attention",
  attributes: z.strictObject({
    heads: wholeFrom(1).describe("query heads"),
    kvHeads: wholeFrom(1).optional().describe("key and value heads; as many as query heads where left out"),
    layout: z
      .enum(["packed", "heads"])
      .default("packed")
      .describe("whether the heads of query and output share the last dimension, or have one of their own"),
    causal: z.boolean().default(false).describe("whether a query sees no later key"),
    window: wholeFrom(1).optional().describe("the most keys that a query sees"),
    softcap: z.boolean().default(false).describe("whether scores are capped by a tanh"),
    present: z.boolean().default(false).describe("whether key and value, with the past in front, are given out"),
    scores: z.boolean().default(false).describe("whether the scores are given out"),
  }),
  inputs: { query: "tensor", key: "tensor", value: "tensor", mask: "tensor?", pastKey: "tensor?", pastValue: "tensor?" },

  describe({ attributes, inputs }) {
    const { heads, layout, window, softcap, present, scores: givesScores } = attributes;
    const { batch, queries, keys, keySize, valueSize, kvHeads } = resolvedSizes(attributes, inputs);
    const seen = Math.min(keys, window ?? keys);
    const scores = product([batch, heads, queries, seen]);
    const dtype = inputs.query.dtype;
    const kept = (size: number, tensor: InputTensor): TensorType => ({
      dtype: tensor.dtype,
      shape: [batch, kvHeads, keys, size],
    });
    return {
      outputs: [
        { dtype, shape: layout === "packed" ? [batch, queries, heads * valueSize] : [batch, heads, queries, valueSize] },
        ...(present ? [kept(keySize, inputs.key), kept(valueSize, inputs.value)] : []),
        ...(givesScores ? [{ dtype, shape: [batch, heads, queries, keys] }] : []),
      ],
      work: scoreWork(scores, { keySize, valueSize, masked: inputs.mask !== undefined, softcap }),
    };
  },
});
