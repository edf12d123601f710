import { resolveAxis } from "@modelgauge/core";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

const FUNCTIONS = { Softmax: "softmax", LogSoftmax: "log-softmax", Hardmax: "hardmax" } as const;

/**
 * ai.onnx Softmax, LogSoftmax, Hardmax, since version 1. Before version 13 the input is coerced to a matrix at `axis` (default 1), so
 * that `axis` and all after it are normalised together; since then `axis` (default −1) alone. https://onnx.ai/onnx/operators/onnx__Softmax.html
 */
export const softmaxOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: FUNCTIONS,
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }, name) => {
    const axis = node.int("axis") ?? (node.version < 13 ? 1 : -1);
    if (node.version >= 13) return add("softmax", [x], { function: name, axes: [axis] });
    const first = axis === x.rank ? x.rank : resolveAxis(axis, x.rank);
    add("softmax", [x], { function: name, axes: Array.from({ length: x.rank - first }, (_, offset) => first + offset) });
  },
});
