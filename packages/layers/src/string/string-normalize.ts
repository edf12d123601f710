import { check, defineLayerType, formatShape, type InputTensor, type LayerType, type Values } from "@modelgauge/core";
import { z } from "zod";

const attributes = z.strictObject({
  caseChange: z.enum(["none", "lower", "upper"]).default("none").describe("how the case of letters is changed"),
  caseSensitive: z.boolean().default(false).describe("whether stop words are told from words in another case"),
  stopwords: z.array(z.string()).default([]).describe("strings that are left out"),
});

/**
 * Changes the case of strings, and leaves out stop words.
 *
 * x: [n] or [1, n]. Output: [left] or [1, left]; how many are left depends on the data: at most n, and at least one, an empty string
 * where nothing is left. Work: one hash per string, where there are stop words.
 */
export const stringNormalize: LayerType = defineLayerType({
  type: "string-normalize",
  attributes,
  inputs: { x: "tensor" },

  describe({ attributes, inputs: { x } }) {
    const flat = x.shape.length === 1;
    check(
      x.dtype === "string" && (flat || (x.shape.length === 2 && x.shape[0] === 1)),
      () => `${x.dtype} ${formatShape(x.shape)} is no list of strings`,
    );
    const n = x.shape.at(-1)!;
    const open = attributes.stopwords.length > 0 && x.values === undefined;
    const left = normalized(x, attributes)?.length ?? Math.max(1, n);
    return {
      outputs: [{ dtype: "string", shape: flat ? [left] : [1, left], ...(open && { status: "at-most" as const }) }],
      work: attributes.stopwords.length > 0 ? { hash: n } : {},
    };
  },

  evaluate: ({ attributes, inputs: { x } }) => [normalized(x, attributes)],
});

function normalized({ values }: InputTensor, { caseChange, caseSensitive, stopwords }: z.infer<typeof attributes>): Values | undefined {
  const key = (word: string): string => (caseSensitive ? word : word.toLowerCase());
  const left = values?.map(String).filter((word) => !stopwords.some((stopword) => key(stopword) === key(word)));
  const changed = left?.map((word) => (caseChange === "lower" ? word.toLowerCase() : caseChange === "upper" ? word.toUpperCase() : word));
  return changed?.length === 0 ? [""] : changed;
}
