import { resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx TopK, since version 1; `k` is an input since version 10. https://onnx.ai/onnx/operators/onnx__TopK.html */
export const topKOperator: OnnxOperator = defineOnnxOperator({
  operator: "TopK",
  inputs: { x: "tensor", k: "setting?" },
  translate: ({ node, inputs: { x, k: input }, add, declared }) => {
    const axis = resolveAxis(node.int("axis") ?? -1, x.rank);
    const k = node.int("k") ?? input?.number ?? (declaredShape(declared(0)) ?? declaredShape(declared(1)))?.[axis];
    const attributes = { axis, largest: node.flag("largest") ?? true };
    if (k !== undefined) return add("top-k", [x], { k, ...attributes }, { growsWith: [input] });
    add("top-k", [x], { k: x.shape[axis], ...attributes }, { status: "at-most" });
  },
});
