import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx BatchNormalization, since version 1. Before version 14 a node that trains has five outputs: running and saved statistics beside
 * the result; since then three, and says so. Before version 9 `spatial` 0 keeps statistics for each element of a sample.
 * https://onnx.ai/onnx/operators/onnx__BatchNormalization.html
 */
export const batchNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "BatchNormalization",
  inputs: { x: "tensor", scale: "weight", bias: "bias", mean: "buffer", variance: "buffer" },
  translate: ({ node, inputs: { x, scale, mean }, add }) => {
    const channels = x.rank < 2 ? 1 : x.shape[1];
    const spatial = node.version >= 9 || (node.flag("spatial") ?? true);
    check(!spatial || scale.shape[0] === channels, () => `the input has ${channels} channels, scale ${scale.shape[0]} elements`);
    const training = node.version < 14 ? node.outputCount > 1 : (node.flag("training_mode") ?? false);
    if (!training) return add("batch-norm", [x]);
    add("batch-norm", [x], { training, statistics: node.version < 14 ? 4 : 2, statisticsDtype: mean.dtype });
  },
});
