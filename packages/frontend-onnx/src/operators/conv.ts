import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { slidingWindow } from "../sliding-window.ts";

/** ai.onnx Conv, since version 1. https://onnx.ai/onnx/operators/onnx__Conv.html */
export const convOperator: OnnxOperator = defineOnnxOperator({
  operator: "Conv",
  inputs: { x: "tensor", weight: "weight", bias: "bias?" },
  translate: ({ node, inputs: { x, weight, bias }, add }) => {
    const groups = node.int("group") ?? 1;
    check(weight.rank === x.rank, () => `the weight is ${formatShape(weight.shape)}, the input ${formatShape(x.shape)}`);
    check(
      weight.shape[1]! * groups === x.shape[1],
      () => `the input has ${x.shape[1]} channels, the weight expects ${weight.shape[1]! * groups}`,
    );
    add("conv", [x], { filters: weight.shape[0], ...slidingWindow(node, x, weight.shape.slice(2)), groups, bias: bias !== undefined });
  },
});
