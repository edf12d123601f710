import { addWork, check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { wholeFrom } from "../whole-number.ts";
import { scoreWork } from "./score-work.ts";

/**
 * Attention with a window and a few global tokens (Beltagy et al., "Longformer: the long-document transformer", 2020): each query sees
 * `window` keys before it, itself, and as many after it; also every global token; a global token sees all tokens, with projections of
 * its own.
 *
 * query, key, value: [B, S, heads × size]. Output: the query's shape.
 * Work: for each query, as many scores as its window can hold (less at the ends is not taken off) and one for each global token; for each
 * global token S scores; per score as in `attention`, mask included. Where the number of global tokens is not known, none count, and
 * the work is a lower bound.
 */
export const longformerAttention: LayerType = defineLayerType({
  type: "longformer-attention",
  attributes: z.strictObject({
    heads: wholeFrom(1).describe("attention heads"),
    window: wholeFrom(0).describe("keys on each side that a query sees"),
    globalTokens: size.optional().describe("tokens that see all and are seen by all, over the whole batch"),
  }),
  inputs: { query: "tensor", key: "tensor", value: "tensor" },

  describe({ attributes: { heads, window, globalTokens }, inputs: { query, key, value } }) {
    const { shape } = query;
    check(shape.length === 3, () => `query is ${formatShape(shape)}, not batch × length × features`);
    for (const [name, other] of [
      ["key", key],
      ["value", value],
    ] as const) {
      check(product(other.shape) === product(shape), () => `${name} is ${formatShape(other.shape)}, the query ${formatShape(shape)}`);
    }
    const [batch, length, features] = shape as [number, number, number];
    check(features % heads === 0, () => `${features} features do not divide into ${heads} heads`);
    const options = { keySize: features / heads, valueSize: features / heads, masked: true, softcap: false };
    const local = batch * length * Math.min(length, 2 * window + 1);
    return {
      outputs: [{ dtype: query.dtype, shape }],
      work: addWork(scoreWork(local * heads, options), scoreWork(2 * (globalTokens ?? 0) * length * heads, options)),
      ...(globalTokens === undefined && { status: "at-least" as const }),
    };
  },
});
