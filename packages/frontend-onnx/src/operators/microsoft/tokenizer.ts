import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/**
 * com.microsoft Tokenizer: cuts strings at separators, or into what an expression matches. Both are regular expressions; those that are
 * plain text, and single characters, are known to cut where they stand.
 */
export const tokenizerOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Tokenizer",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const separators = node.strings("separators");
    const expression = node.string("tokenexp");
    check((separators === undefined) !== (expression === undefined), "one of the attributes separators and tokenexp is expected");
    const plain = separators?.every((separator) => !/[\\^$.|?*+()[\]{}]/.test(separator)) ?? false;
    const known = expression === "." ? [""] : plain ? separators : undefined;
    add("tokenize", [x], {
      ...(known && { separators: known }),
      shortest: Math.max(1, node.int("mincharnum") ?? 1),
      mark: node.flag("mark") ?? false,
    });
  },
});
