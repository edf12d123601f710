import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx NegativeLogLikelihoodLoss, since version 12. https://onnx.ai/onnx/operators/onnx__NegativeLogLikelihoodLoss.html */
export const negativeLogLikelihoodLossOperator: OnnxOperator = defineOnnxOperator({
  operator: "NegativeLogLikelihoodLoss",
  inputs: { x: "tensor", target: "tensor", weights: "setting?" },
  translate: ({ node, inputs: { x, target, weights }, add }) =>
    add("negative-log-likelihood", [x, target, weights], { reduction: node.word("reduction", ["none", "sum", "mean"]) ?? "mean" }),
});

/** ai.onnx SoftmaxCrossEntropyLoss, since version 12. https://onnx.ai/onnx/operators/onnx__SoftmaxCrossEntropyLoss.html */
export const softmaxCrossEntropyLossOperator: OnnxOperator = defineOnnxOperator({
  operator: "SoftmaxCrossEntropyLoss",
  inputs: { x: "tensor", target: "tensor", weights: "setting?" },
  translate: ({ node, inputs: { x, target, weights }, add }) =>
    add("softmax-cross-entropy", [x, target, weights], {
      reduction: node.word("reduction", ["none", "sum", "mean"]) ?? "mean",
      logProbabilities: node.hasOutput(1),
    }),
});
