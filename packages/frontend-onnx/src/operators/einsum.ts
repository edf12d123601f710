import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Einsum, since version 12. https://onnx.ai/onnx/operators/onnx__Einsum.html */
export const einsumOperator: OnnxOperator = defineOnnxOperator({
  operator: "Einsum",
  inputs: { inputs: "tensors" },
  translate: ({ node, inputs: { inputs }, add }) => {
    const equation = node.string("equation");
    check(equation !== undefined, "attribute equation is missing");
    add("einsum", inputs, { equation });
  },
});
