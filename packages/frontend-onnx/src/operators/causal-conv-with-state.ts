import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx CausalConvWithState, since version 27: a depthwise convolution along the last dimension that sees the k − 1 elements before,
 * which an earlier call left, or zeros. https://onnx.ai/onnx/operators/onnx__CausalConvWithState.html
 */
export const causalConvWithStateOperator: OnnxOperator = defineOnnxOperator({
  operator: "CausalConvWithState",
  inputs: { x: "tensor", weight: "weight", bias: "bias?", past: "tensor?" },
  translate: ({ node, inputs: { x, weight, bias, past }, step, add }) => {
    check(
      x.rank === 3 && weight.rank === 3,
      () => `the input is ${formatShape(x.shape)}, the weight ${formatShape(weight.shape)}: 3 dimensions are expected`,
    );
    const [batch, channels, length] = x.shape as [number, number, number];
    check(weight.shape[0] === channels, () => `the input has ${channels} channels, the weight expects ${weight.shape[0]}`);
    const kernel = weight.shape[2]!;
    const activation = node.word("activation", ["none", "silu", "swish"]) ?? "none";
    const [history] = past
      ? step("history", "concat", [past, x], { axis: 2 }, { weights: [] })
      : step("history", "pad", [x], { pads: [0, 0, kernel - 1, 0, 0, 0] }, { weights: [] });
    if (node.hasOutput(1)) {
      step("state", "slice", [history], { starts: [0, 0, length], sizes: [batch, channels, kernel - 1] }, { weights: [], outputs: [1] });
    }
    const convolution = { filters: channels, kernel: [kernel], groups: channels, bias: bias !== undefined };
    if (activation === "none") return add("conv", [history], convolution, { outputs: [0] });
    const [convolved] = step("conv", "conv", [history], convolution);
    add("activation", [convolved], { function: "swish" }, { outputs: [0] });
  },
});
