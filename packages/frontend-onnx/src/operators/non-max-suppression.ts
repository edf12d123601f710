import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx NonMaxSuppression, since version 10: without `max_output_boxes_per_class`, no box is kept.
 * https://onnx.ai/onnx/operators/onnx__NonMaxSuppression.html
 */
export const nonMaxSuppressionOperator: OnnxOperator = defineOnnxOperator({
  operator: "NonMaxSuppression",
  inputs: { boxes: "tensor", scores: "tensor", most: "setting?", iouThreshold: "setting?", scoreThreshold: "setting?" },
  translate: ({ node, inputs, add }) => {
    const { boxes, scores, most } = inputs;
    const maxOutput = most === undefined ? 0 : most.number;
    const iouThreshold = inputs.iouThreshold?.number;
    const scoreThreshold = inputs.scoreThreshold?.number;
    add(
      "non-max-suppression",
      [boxes, scores],
      {
        ...(maxOutput !== undefined && { maxOutput: Math.max(0, maxOutput) }),
        ...(iouThreshold !== undefined && { iouThreshold: Math.min(iouThreshold, Number.MAX_VALUE) }),
        // A threshold that all boxes pass is written as −∞.
        ...(scoreThreshold !== undefined && scoreThreshold > -Infinity && { scoreThreshold: Math.min(scoreThreshold, Number.MAX_VALUE) }),
        centred: node.flag("center_point_box") ?? false,
      },
      { growsWith: [most] },
    );
  },
});
