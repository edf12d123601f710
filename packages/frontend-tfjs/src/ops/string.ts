import { defineTfjsOp, type TfjsOp } from "../op-translator.ts";

/** StaticRegexReplace: rewrites strings. */
export const regexReplaceOp: TfjsOp = defineTfjsOp({
  op: "StaticRegexReplace",
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }) =>
    add("string-replace", [input], { pattern: node.string("pattern"), replacement: node.string("rewrite") }),
});

/** StringNGrams: joins neighbouring strings of ragged rows. */
export const stringNGramsOp: TfjsOp = defineTfjsOp({
  op: "StringNGrams",
  inputs: { data: "tensor", splits: "tensor" },
  outputs: ["ngrams", "ngrams_splits"],
  translate({ node, inputs: { data, splits }, add }) {
    const padWidth = node.int("pad_width", 0);
    const attributes = {
      widths: node.ints("ngram_widths"),
      // A negative width pads as far as it goes.
      ...(padWidth >= 0 && { padWidth }),
      preserveShort: node.flag("preserve_short_sequences", false),
    };
    add("string-ngrams", [data, splits], attributes, { outputs: [0, 1] });
  },
});

/**
 * StringSplit: the parts of strings as a sparse matrix. How many there are depends on the strings: at least one of each.
 */
export const stringSplitOp: TfjsOp = defineTfjsOp({
  op: "StringSplit",
  inputs: { input: "tensor", delimiter: "setting" },
  outputs: ["indices", "values", "shape"],
  translate({ node, inputs: { input, delimiter }, step, add }) {
    const [separator] = delimiter.values ?? [];
    const [parts] = step("parts", "string-split", [input], typeof separator === "string" ? { delimiter: separator } : {});
    const status = separator === undefined ? "estimate" : node.flag("skip_empty", true) ? "at-most" : "exact";
    const count = parts!.shape.reduce((product, size) => product * size, 1);
    add("constant-fill", [], { shape: [count, 2], dtype: "int32" }, { status });
    add("reshape", [parts], { shape: [count] }, { outputs: [1], status });
    add("shape", [parts], { dtype: "int32" }, { outputs: [2], status });
  },
});

/** StringToHashBucketFast: each string's hash. */
export const hashBucketOp: TfjsOp = defineTfjsOp({
  op: "StringToHashBucketFast",
  inputs: { input: "tensor" },
  translate: ({ inputs: { input }, add }) => add("hash", [input], { dtype: "int32" }),
});
