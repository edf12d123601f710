import type { OnnxNode } from "../onnx-node.ts";
import { normPower } from "../norm-power.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { autoPad, slidingWindow } from "../sliding-window.ts";

/** ai.onnx AveragePool, since version 1. https://onnx.ai/onnx/operators/onnx__AveragePool.html */
export const averagePoolOperator: OnnxOperator = defineOnnxOperator({
  operator: "AveragePool",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("pool", [x], {
      function: "average",
      ...slidingWindow(node, x),
      ceil: roundsUp(node),
      countPadding: node.flag("count_include_pad") ?? false,
    }),
});

/** ai.onnx MaxPool, since version 1; the indices since version 8. https://onnx.ai/onnx/operators/onnx__MaxPool.html */
export const maxPoolOperator: OnnxOperator = defineOnnxOperator({
  operator: "MaxPool",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("pool", [x], { function: "max", ...slidingWindow(node, x), ceil: roundsUp(node), indices: node.hasOutput(1) }),
});

/** ai.onnx LpPool, since version 1; `p` is whole since version 2. https://onnx.ai/onnx/operators/onnx__LpPool.html */
export const lpPoolOperator: OnnxOperator = defineOnnxOperator({
  operator: "LpPool",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("pool", [x], { function: "lp", power: normPower(node), ...slidingWindow(node, x), ceil: roundsUp(node) }),
});

/** With `auto_pad`, the output's size follows from it alone. */
function roundsUp(node: OnnxNode): boolean {
  return (node.flag("ceil_mode") ?? false) && autoPad(node) === "NOTSET";
}
