import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/**
 * Keeps a language model from repeating itself: the score of each token that would complete an n-gram that is there already becomes −∞
 * (Paulus et al., "A deep reinforced model for abstractive summarization", 2017).
 *
 * tokens: [B, S]; scores: [B, vocabulary]. Output: the scores.
 * Work: at each of S − n + 1 places, at most n − 1 comparisons with the last tokens; an upper bound.
 */
export const blockRepeatedNgrams: LayerType = defineLayerType({
  type: "block-repeated-ngrams",
  attributes: z.strictObject({ size: wholeFrom(1).describe("tokens of an n-gram") }),
  inputs: { tokens: "tensor", scores: "tensor" },

  describe({ attributes: { size }, inputs: { tokens, scores } }) {
    check(
      tokens.shape.length === 2 && scores.shape.length === 2 && tokens.shape[0] === scores.shape[0],
      () => `tokens of ${formatShape(tokens.shape)} and scores of ${formatShape(scores.shape)} do not belong to one batch`,
    );
    const [batch, length] = tokens.shape as [number, number];
    return {
      outputs: [{ dtype: scores.dtype, shape: scores.shape }],
      work: { compare: batch * Math.max(0, length - size + 1) * (size - 1) },
      status: "at-most",
    };
  },
});
