import { check, defineLayerType, formatShape, type LayerType, product, type TensorType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { wholeFrom } from "../whole-number.ts";
import { scoreWork } from "./score-work.ts";

/**
 * Attention whose queries do not all see equally many keys: sequences of several lengths packed without padding, a cache in pages, a
 * sparse pattern.
 *
 * query: […, heads × size]; key, value: […, kvHeads × size], or, of 4 dimensions, [B, kvHeads, T, size]; without a value, the first
 * `valueSize` elements of each key are it (DeepSeek-AI, "DeepSeek-V2", 2024: a cache of latent vectors). mask: added to the scores.
 * Output: the query's leading dimensions and heads × size of a value.
 * Work: pairs × heads × (key size + value size) MACs, and per score what softmax takes (see `attention`). Where `pairs` is not known,
 * each query counts the most keys that it may see, and the work is an upper bound.
 */
export const packedAttention: LayerType = defineLayerType({
  type: "packed-attention",
  attributes: z.strictObject({
    heads: wholeFrom(1).describe("query heads"),
    kvHeads: wholeFrom(1).optional().describe("key and value heads; as many as query heads where left out"),
    pairs: size.optional().describe("pairs of a query and a key that it sees, over all sequences"),
    longest: size.optional().describe("the most keys that a query may see; all where left out"),
    softcap: z.boolean().default(false).describe("whether scores are capped by a tanh"),
    valueSize: wholeFrom(1).optional().describe("where there is no value: elements of each key that are it; all where left out"),
  }),
  inputs: { query: "tensor", key: "tensor", value: "tensor?", mask: "tensor?" },

  describe({ attributes, inputs: { query, key, value, mask } }) {
    const { heads, kvHeads = heads, pairs, longest, softcap } = attributes;
    check(heads % kvHeads === 0, () => `${heads} query heads do not divide into ${kvHeads} key and value heads`);
    const queries = query.shape.slice(0, -1);
    const { size: keySize, count: keys } = entries("key", key, kvHeads);
    const valueSize = value === undefined ? (attributes.valueSize ?? keySize) : entries("value", value, kvHeads).size;
    check(valueSize <= keySize || value !== undefined, () => `a key of ${keySize} elements does not hold a value of ${valueSize}`);
    check(query.shape.at(-1) === heads * keySize, () => `query is ${formatShape(query.shape)}, not … × ${heads} heads of ${keySize}`);
    const seen = pairs ?? product(queries) * (longest ?? keys);
    return {
      outputs: [{ dtype: query.dtype, shape: [...queries, heads * valueSize] }],
      work: scoreWork(seen * heads, { keySize, valueSize, masked: mask !== undefined, softcap }),
      ...(pairs === undefined && { status: "at-most" as const }),
    };
  },
});

/** Elements of each head, and how many keys or values there are. */
function entries(name: string, { shape }: TensorType, heads: number): { readonly size: number; readonly count: number } {
  if (shape.length === 4) {
    check(shape[1] === heads, () => `${name} is ${formatShape(shape)}, not batch × ${heads} heads × length × size`);
    return { size: shape[3]!, count: shape[0]! * shape[2]! };
  }
  const features = shape.at(-1) ?? 0;
  check(features % heads === 0, () => `${features} features of ${name} do not divide into ${heads} heads`);
  return { size: features / heads, count: product(shape.slice(0, -1)) };
}
