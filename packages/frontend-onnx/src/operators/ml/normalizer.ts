import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

const NORMS = { MAX: "max", L1: "l1", L2: "l2" } as const;

/** ai.onnx.ml Normalizer, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_Normalizer.html */
export const normalizerOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "Normalizer",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("normalizer", [x], { norm: NORMS[node.word("norm", ["MAX", "L1", "L2"]) ?? "MAX"] }),
});
