import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx LRN, since version 1. https://onnx.ai/onnx/operators/onnx__LRN.html */
export const lrnOperator: OnnxOperator = defineOnnxOperator({
  operator: "LRN",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const size = node.int("size");
    check(size !== undefined, "attribute size is missing");
    add("local-response-norm", [x], { size });
  },
});
