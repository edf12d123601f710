import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Clip, since version 1; bounds are inputs since version 11. https://onnx.ai/onnx/operators/onnx__Clip.html */
export const clipOperator: OnnxOperator = defineOnnxOperator({
  operator: "Clip",
  inputs: { x: "tensor", minimum: "setting?", maximum: "setting?" },
  translate: ({ node, inputs: { x, minimum, maximum }, add }) => {
    const low = node.float("min") ?? minimum?.number;
    const high = node.float("max") ?? maximum?.number;
    add("activation", [x], { function: "clip", ...(isBound(low) && { minimum: low }), ...(isBound(high) && { maximum: high }) });
  },
});

function isBound(bound: number | undefined): boolean {
  return bound !== undefined && Number.isFinite(bound);
}
