import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx BatchNormalization, since version 1. Until version 13, further outputs of a node are what training leaves behind; since
 * version 14 they are the running statistics, in training mode only. https://onnx.ai/onnx/operators/onnx__BatchNormalization.html
 */
export const batchNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "BatchNormalization",
  inputs: { x: "tensor", scale: "weight", bias: "bias", mean: "buffer", variance: "buffer" },
  translate: ({ node, inputs: { x, scale }, add }) => {
    const channels = x.rank < 2 ? 1 : x.shape[1];
    const spatial = node.version >= 9 || (node.flag("spatial") ?? true);
    check(!spatial || scale.shape[0] === channels, () => `the input has ${channels} channels, scale ${scale.shape[0]} elements`);
    const training = node.version >= 14 ? (node.flag("training_mode") ?? false) : node.outputCount > 1;
    const given = node.outputCount === 1 ? [0] : [0, 1, 2, ...(node.version < 14 ? [1, 2] : [])];
    // Before version 14 the running statistics and the saved ones of the batch are two outputs each, of one shape.
    add("batch-norm", [x], { training }, { outputs: given.slice(0, training ? 3 : 1) });
  },
});
