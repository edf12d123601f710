import { check, formatShape, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { autoPad, shared, slidingWindow } from "../sliding-window.ts";

/** ai.onnx ConvTranspose, since version 1. https://onnx.ai/onnx/operators/onnx__ConvTranspose.html */
export const convTransposeOperator: OnnxOperator = defineOnnxOperator({
  operator: "ConvTranspose",
  inputs: { x: "tensor", weight: "weight", bias: "bias?" },
  translate: ({ node, inputs: { x, weight, bias }, add }) => {
    const groups = node.int("group") ?? 1;
    check(weight.rank === x.rank, () => `the weight is ${formatShape(weight.shape)}, the input ${formatShape(x.shape)}`);
    check(weight.shape[0] === x.shape[1], () => `the input has ${x.shape[1]} channels, the weight expects ${weight.shape[0]}`);
    const outputPads = node.ints("output_padding");
    const { pads: _, ...window } = slidingWindow(node, x, weight.shape.slice(2));
    const padding = transposedPads(node, x, window, outputPads ?? window.kernel.map(() => 0));
    add("conv-transpose", [x], { filters: weight.shape[1]! * groups, ...window, ...padding, groups, bias: bias !== undefined });
  },
});

interface Window {
  readonly kernel: readonly number[];
  readonly strides?: readonly number[];
  readonly dilations?: readonly number[];
}

/**
 * The padding that gives the wanted output: of `output_shape`, or of SAME_UPPER and SAME_LOWER, whose output is size × stride. Where
 * that is larger than what the kernel reaches, the rest is output padding.
 */
function transposedPads(
  node: OnnxNode,
  x: Operand,
  { kernel, strides, dilations }: Window,
  outputPads: readonly number[],
): { readonly pads?: readonly number[]; readonly outputPads: readonly number[] } {
  const spatial = x.shape.slice(2);
  const mode = autoPad(node);
  const stated = node.ints("output_shape");
  // Some writers state the whole shape, batch and channels in front.
  const wanted =
    stated?.slice(-spatial.length) ??
    (mode === "SAME_UPPER" || mode === "SAME_LOWER" ? spatial.map((size, axis) => size * (strides?.[axis] ?? 1)) : undefined);
  if (wanted === undefined) {
    const pads = mode === "VALID" ? undefined : node.ints("pads");
    return { ...(pads && { pads }), outputPads };
  }
  check(wanted.length === spatial.length, () => `output_shape has ${wanted.length} sizes, the input ${spatial.length} spatial dimensions`);
  const totals = spatial.map(
    (size, axis) =>
      (size - 1) * (strides?.[axis] ?? 1) + outputPads[axis]! + (dilations?.[axis] ?? 1) * (kernel[axis]! - 1) + 1 - wanted[axis]!,
  );
  const pads = totals.map((total) => Math.max(0, total));
  return {
    pads: shared(pads, mode === "SAME_UPPER" ? "SAME_UPPER" : "SAME_LOWER"),
    outputPads: outputPads.map((pad, axis) => pad + Math.max(0, -totals[axis]!)),
  };
}
