import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/** The longest n-gram that is counted, in tokens. */
const MAX_LENGTH = 4096;

/**
 * Counts the n-grams of a vocabulary in rows of tokens, and weighs them.
 *
 * x: [tokens] or [rows, tokens]. Output: float32 [columns] or [rows, columns].
 * Work: one hash and at most one add for each n-gram of each length and number of skipped tokens; with weights, a multiplication per
 * output element.
 */
export const tfIdf: LayerType = defineLayerType({
  type: "tf-idf",
  attributes: z.strictObject({
    columns: size.describe("n-grams that the vocabulary has a column for"),
    minLength: size.min(1, "must be at least 1").default(1).describe("tokens of the shortest n-gram"),
    maxLength: size
      .min(1, "must be at least 1")
      .max(MAX_LENGTH, `must be at most ${MAX_LENGTH}`)
      .default(1)
      .describe("tokens of the longest n-gram"),
    maxSkips: size.default(0).describe("the most tokens left out between two of an n-gram"),
    weighted: z.boolean().default(false).describe("whether counts are multiplied by weights"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { columns, minLength, maxLength, maxSkips, weighted }, inputs: { x } }) {
    check(x.shape.length === 1 || x.shape.length === 2, () => `${formatShape(x.shape)} is neither a row of tokens nor several`);
    const tokens = x.shape.at(-1)!;
    const rows = x.shape.length === 2 ? x.shape[0]! : 1;
    let grams = 0;
    for (let length = minLength; length <= Math.min(maxLength, tokens); length++) grams += gramsOf(length, tokens, maxSkips);
    return {
      outputs: [{ dtype: "float32", shape: [...x.shape.slice(0, -1), columns] }],
      work: { hash: rows * grams, add: rows * grams, ...(weighted && { multiply: rows * columns }) },
      status: "at-most",
    };
  },
});

/**
 * How many n-grams of one length there are among so many tokens: tokens − (length − 1)(skips + 1) for each number of skipped tokens
 * that leaves any, added up. A single token has nothing to skip.
 */
function gramsOf(length: number, tokens: number, maxSkips: number): number {
  if (length === 1) return tokens;
  const distances = Math.min(maxSkips + 1, Math.ceil(tokens / (length - 1)) - 1);
  return distances * tokens - ((length - 1) * distances * (distances + 1)) / 2;
}
