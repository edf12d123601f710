import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

/** ai.onnx.preview.training Adagrad, Adam, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_Adam.html */
export const adaptiveOptimizerOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: "ai.onnx.preview.training",
  operators: { Adagrad: "adagrad", Adam: "adam" },
  inputs: { rate: "setting", step: "setting", tensors: "tensors" },
  translate: ({ inputs: { rate, step, tensors }, add }, method) => add("optimizer-step", [rate, step, ...tensors], { method }),
});

/** ai.onnx.preview.training Momentum, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_Momentum.html */
export const momentumOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: "ai.onnx.preview.training",
  operators: { Momentum: { standard: "momentum", nesterov: "nesterov" } },
  inputs: { rate: "setting", step: "setting", tensors: "tensors" },
  translate: ({ node, inputs: { rate, step, tensors }, add }, methods) =>
    add("optimizer-step", [rate, step, ...tensors], { method: methods[node.word("mode", ["standard", "nesterov"]) ?? "standard"] }),
});
