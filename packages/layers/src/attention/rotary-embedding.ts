import { bytesOf, check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/**
 * Rotary position embedding (Su et al., "RoFormer: Enhanced transformer with rotary position embedding", 2021): turns pairs of each
 * head's elements by angles that grow with the position. Which elements make a pair does not matter to shape and work.
 *
 * x: [B, S, heads × size], or [B, heads, S, size]. cos, sin: tables of one angle for each pair and position; positions: which rows of
 * them are used, all in order where left out. Output: x's shape.
 * Work per pair: four multiplications, two adds. Traffic: of the tables, one angle for each pair and position.
 */
export const rotaryEmbedding: LayerType = defineLayerType({
  type: "rotary-embedding",
  attributes: z.strictObject({
    heads: wholeFrom(1).optional().describe("heads that share the last dimension of a 3-dimensional x; left out, the second dimension"),
    size: wholeFrom(1).optional().describe("elements of each head that are turned; all where left out"),
  }),
  inputs: { x: "tensor", cos: "tensor", sin: "tensor", positions: "tensor?" },

  describe({ attributes, inputs: { x, cos, sin, positions } }) {
    const rank = x.shape.length;
    check(rank === 3 || rank === 4, () => `x is ${formatShape(x.shape)}, not batch × length × features or batch × heads × length × size`);
    const heads = rank === 4 ? x.shape[1]! : attributes.heads;
    check(heads !== undefined, "attribute heads is missing for an x of 3 dimensions");
    const width = rank === 4 ? x.shape[3]! : x.shape[2]! / heads;
    check(Number.isInteger(width), () => `${x.shape[2]} features do not divide into ${heads} heads`);
    const turned = attributes.size ?? width;
    check(turned <= width && turned % 2 === 0, () => `${turned} elements of a head of ${width} do not make pairs`);
    const length = rank === 4 ? x.shape[2]! : x.shape[1]!;
    const pairs = product([x.shape[0]!, length, heads, turned / 2]);
    const angles = heads === 0 ? 0 : pairs / heads;
    const read = [
      bytesOf(x.dtype, product(x.shape)),
      bytesOf(cos.dtype, angles),
      bytesOf(sin.dtype, angles),
      positions ? bytesOf(positions.dtype, product(positions.shape)) : 0,
    ];
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: { multiply: 4 * pairs, add: 2 * pairs },
      traffic: { read: read.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0) },
    };
  },
});
