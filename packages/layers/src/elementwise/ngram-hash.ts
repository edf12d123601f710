import { defineLayerType, type LayerType, product, scaleWork } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/**
 * Hashes of the last tokens at each place, for tables of n-grams: for each n from 2 to the longest, `heads` hashes, each modulo the size
 * of its own table.
 *
 * tokens: any shape. Output: the same with one more dimension, (longest − 1) × heads.
 * Work per place: a multiplication for each of the longest n-gram's tokens, a bitwise operation to join each after the first, a division
 * for each hash, and with offsets an add.
 */
export const ngramHash: LayerType = defineLayerType({
  type: "ngram-hash",
  attributes: z.strictObject({
    longest: wholeFrom(2).describe("tokens of the longest n-gram"),
    heads: wholeFrom(1).default(1).describe("hashes of each n-gram"),
    offsets: z.boolean().default(false).describe("whether each hash is shifted to a part of one table"),
  }),
  inputs: { tokens: "tensor" },

  describe({ attributes: { longest, heads, offsets }, inputs: { tokens } }) {
    const hashes = (longest - 1) * heads;
    const perPlace = { multiply: longest, logic: longest - 1, divide: hashes, ...(offsets && { add: hashes }) };
    return {
      outputs: [{ dtype: tokens.dtype, shape: [...tokens.shape, hashes] }],
      work: scaleWork(perPlace, product(tokens.shape)),
    };
  },
});
