import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx GroupNormalization, since version 18. https://onnx.ai/onnx/operators/onnx__GroupNormalization.html */
export const groupNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "GroupNormalization",
  inputs: { x: "tensor", scale: "weight", bias: "bias" },
  translate: ({ node, inputs: { x }, add }) => {
    const groups = node.int("num_groups");
    check(groups !== undefined, "attribute num_groups is missing");
    add("group-norm", [x], { groups });
  },
});

/** ai.onnx InstanceNormalization, since version 1. https://onnx.ai/onnx/operators/onnx__InstanceNormalization.html */
export const instanceNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "InstanceNormalization",
  inputs: { x: "tensor", scale: "weight", bias: "bias" },
  translate: ({ inputs: { x }, add }) => add("group-norm", [x], { groups: x.shape[1] }),
});
