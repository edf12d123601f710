import { product, resolveAxis } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Flatten, since version 1: a matrix whose rows are the dimensions before `axis`.
 * https://onnx.ai/onnx/operators/onnx__Flatten.html
 */
export const flattenOperator: OnnxOperator = defineOnnxOperator({
  operator: "Flatten",
  inputs: { input: "tensor" },
  passes: true,
  translate: ({ node, inputs: { input }, add }) => {
    const given = node.int("axis") ?? 1;
    const axis = given === input.rank ? given : resolveAxis(given, input.rank);
    add("reshape", [input], { shape: [product(input.shape.slice(0, axis)), product(input.shape.slice(axis))] });
  },
});
