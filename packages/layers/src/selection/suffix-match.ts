import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/**
 * Finds the one place in a source where the last tokens stand too, for speculative decoding from the source itself (Ge et al., "Lossless
 * acceleration for seq2seq generation with aggressive decoding", 2022).
 *
 * source: [S], tokens: [T]. Output: a scalar, where the match begins, −1 where there is none or more than one.
 * Work: for each length of n-gram that is tried, a comparison of each of its tokens at each place of the source; an upper bound.
 */
export const suffixMatch: LayerType = defineLayerType({
  type: "suffix-match",
  attributes: z.strictObject({
    shortest: wholeFrom(1).default(1).describe("tokens of the shortest n-gram that is looked for"),
    longest: wholeFrom(1).default(3).describe("tokens of the longest n-gram that is looked for"),
  }),
  inputs: { source: "tensor", tokens: "tensor" },

  describe({ attributes: { shortest, longest }, inputs: { source, tokens } }) {
    check(
      source.shape.length === 1 && tokens.shape.length === 1,
      () => `source and tokens are ${formatShape(source.shape)} and ${formatShape(tokens.shape)}, not vectors`,
    );
    check(shortest <= longest, () => `the shortest n-gram (${shortest}) is longer than the longest (${longest})`);
    const length = source.shape[0]!;
    const limit = Math.min(longest, length, tokens.shape[0]!);
    const compare = limit < shortest ? 0 : comparisons(limit, length) - comparisons(shortest - 1, length);
    return { outputs: [{ dtype: tokens.dtype, shape: [] }], work: { compare }, status: "at-most" };
  },
});

/** Σ n · (length − n + 1) for n from 1 to the longest: (length + 1) · Σ n − Σ n². */
function comparisons(longest: number, length: number): number {
  return ((length + 1) * longest * (longest + 1)) / 2 - (longest * (longest + 1) * (2 * longest + 1)) / 6;
}
