import { check, defineLayerType, type LayerType, type OutputType } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

const attributes = z.strictObject({
  separators: z
    .array(z.string())
    .optional()
    .describe(
      "what stands between tokens; each character is a token where one is empty; left out, only that a token has a character is known",
    ),
  shortest: wholeFrom(1).default(1).describe("characters of the shortest token that counts"),
  mark: z.boolean().default(false).describe("whether a start and an end are put around the tokens"),
});

/**
 * Cuts strings into tokens, and leaves what stands between them away.
 *
 * x: any shape. Output: the tokens, […, most], filled up with padding. `most` depends on the data: where the strings are known but not how
 * they are cut, at most their characters; where they are not known, at least 1.
 */
export const tokenize: LayerType = defineLayerType({
  type: "tokenize",
  attributes,
  inputs: { x: "tensor" },

  describe({ attributes, inputs: { x } }) {
    check(x.dtype === "string", () => `cuts strings, not ${x.dtype}`);
    const { mark, separators } = attributes;
    const counts = x.values?.map((value) => tokens(String(value), attributes)) ?? (x.shape.includes(0) ? [] : undefined);
    const most = Math.max(0, ...(counts ?? [1])) + (mark ? 2 : 0);
    const status = counts === undefined ? "at-least" : separators === undefined && counts.length > 0 ? "at-most" : undefined;
    const shape = x.shape.at(-1) === 0 ? x.shape : [...x.shape, most];
    const output: OutputType = { dtype: "string", shape, ...(status && { status }) };
    return { outputs: [output], work: {} };
  },
});

/** How many tokens a string has: for unknown separators, the most that it may have. */
function tokens(text: string, { separators = [""], shortest }: z.infer<typeof attributes>): number {
  let parts = [text];
  for (const separator of separators) parts = parts.flatMap((part) => (separator === "" ? Array.from(part) : part.split(separator)));
  return parts.filter((part) => Array.from(part).length >= shortest).length;
}
