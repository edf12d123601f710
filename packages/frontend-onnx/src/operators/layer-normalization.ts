import { resolveAxis } from "@modelgauge/core";
import type { OnnxNode } from "../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx LayerNormalization, since version 17. https://onnx.ai/onnx/operators/onnx__LayerNormalization.html */
export const layerNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "LayerNormalization",
  inputs: { x: "tensor", scale: "weight", bias: "bias?" },
  translate: ({ node, inputs: { x, bias }, add }) =>
    add("layer-norm", [x], {
      axes: axesFrom(node, x.rank),
      shift: bias !== undefined,
      statistics: node.hasOutput(1) || node.hasOutput(2),
      statisticsDtype: node.dtype("stash_type") ?? "float32",
    }),
});

/** ai.onnx RMSNormalization, since version 23. https://onnx.ai/onnx/operators/onnx__RMSNormalization.html */
export const rmsNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "RMSNormalization",
  inputs: { x: "tensor", scale: "weight" },
  translate: ({ node, inputs: { x }, add }) => add("layer-norm", [x], { kind: "rms", axes: axesFrom(node, x.rank) }),
});

/** `axis` and all after it. */
function axesFrom(node: OnnxNode, rank: number): readonly number[] {
  const first = resolveAxis(node.int("axis") ?? -1, rank);
  return Array.from({ length: rank - first }, (_, offset) => first + offset);
}
