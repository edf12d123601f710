import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Dropout, since version 1. Training: `is_test` 0 before version 7, the input `training_mode` since version 12; in between,
 * never. https://onnx.ai/onnx/operators/onnx__Dropout.html
 */
export const dropoutOperator: OnnxOperator = defineOnnxOperator({
  operator: "Dropout",
  inputs: { x: "tensor", ratio: "setting?", training: "setting?" },
  translate: ({ node, inputs: { x, ratio, training }, add }) => {
    const rate = node.float("ratio") ?? ratio?.number;
    const trains = node.version < 7 ? !(node.flag("is_test") ?? false) : training?.number === 1;
    // The mask is bool since version 10.
    const maskDtype = node.version < 10 ? { maskDtype: x.dtype } : {};
    add("dropout", [x], { ...(rate !== undefined && { rate }), training: trains, mask: node.hasOutput(1), ...maskDtype });
  },
});
