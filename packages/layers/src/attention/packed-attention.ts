import { check, defineLayerType, formatShape, type LayerType, product, type TensorType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { wholeFrom } from "../whole-number.ts";
import { scoreWork } from "./score-work.ts";

/**
 * Attention whose queries do not all see equally many keys: sequences of several lengths packed without padding, a cache in pages, a
 * sparse pattern.
 *
 * query: […, heads × size]; key, value: […, kvHeads × size]. mask: added to the scores. Output: the query's leading dimensions and
 * heads × size of a value.
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
  }),
  inputs: { query: "tensor", key: "tensor", value: "tensor", mask: "tensor?" },

  describe({ attributes: { heads, kvHeads = heads, pairs, longest, softcap }, inputs: { query, key, value, mask } }) {
    check(heads % kvHeads === 0, () => `${heads} query heads do not divide into ${kvHeads} key and value heads`);
    const queries = query.shape.slice(0, -1);
    const keySize = headSize("key", key, kvHeads);
    const valueSize = headSize("value", value, kvHeads);
    check(query.shape.at(-1) === heads * keySize, () => `query is ${formatShape(query.shape)}, not … × ${heads} heads of ${keySize}`);
    const seen = pairs ?? product(queries) * (longest ?? product(key.shape.slice(0, -1)));
    return {
      outputs: [{ dtype: query.dtype, shape: [...queries, heads * valueSize] }],
      work: scoreWork(seen * heads, { keySize, valueSize, masked: mask !== undefined, softcap }),
      ...(pairs === undefined && { status: "at-most" as const }),
    };
  },
});

/** Elements of each head. */
function headSize(name: string, { shape }: TensorType, heads: number): number {
  const features = shape.at(-1) ?? 0;
  check(features % heads === 0, () => `${features} features of ${name} do not divide into ${heads} heads`);
  return features / heads;
}
