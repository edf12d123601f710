import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

const CASES = { NONE: "none", LOWER: "lower", UPPER: "upper" } as const;

/** ai.onnx StringNormalizer, since version 10. https://onnx.ai/onnx/operators/onnx__StringNormalizer.html */
export const stringNormalizerOperator: OnnxOperator = defineOnnxOperator({
  operator: "StringNormalizer",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("string-normalize", [x], {
      caseChange: CASES[node.word("case_change_action", ["NONE", "LOWER", "UPPER"]) ?? "NONE"],
      caseSensitive: node.flag("is_case_sensitive") ?? false,
      stopwords: node.strings("stopwords") ?? [],
    }),
});
