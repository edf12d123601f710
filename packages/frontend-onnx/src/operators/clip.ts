import type { Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Clip, since version 1; bounds are inputs since version 11. Bounds that only a run tells are a maximum and a minimum of two tensors.
 * https://onnx.ai/onnx/operators/onnx__Clip.html
 */
export const clipOperator: OnnxOperator = defineOnnxOperator({
  operator: "Clip",
  inputs: { x: "tensor", minimum: "setting?", maximum: "setting?" },
  translate: ({ node, inputs: { x, minimum, maximum }, add, step }) => {
    if ([minimum, maximum].some(isComputed)) {
      if (maximum === undefined) return add("elementwise", [x, minimum], { function: "max" });
      const [raised] = minimum === undefined ? [x] : step("minimum", "elementwise", [x, minimum], { function: "max" });
      return add("elementwise", [raised, maximum], { function: "min" });
    }
    const low = node.float("min") ?? minimum?.number;
    const high = node.float("max") ?? maximum?.number;
    const attributes = { function: "clip", ...(isBound(low) && { minimum: low }), ...(isBound(high) && { maximum: high }) };
    add("activation", [x], attributes, { growsWith: [minimum, maximum] });
  },
});

function isComputed(bound: Operand | undefined): boolean {
  return bound !== undefined && bound.values === undefined;
}

function isBound(bound: number | undefined): boolean {
  return bound !== undefined && Number.isFinite(bound);
}
