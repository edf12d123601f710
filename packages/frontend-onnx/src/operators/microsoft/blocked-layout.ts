import { check, formatShape } from "@modelgauge/core";
import { readConvolution } from "../../convolution.ts";
import { defineOnnxOperator, defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { autoPad, slidingWindow } from "../../sliding-window.ts";
import { addChain, sumWith } from "./chain.ts";
import { fusedActivation } from "./fused-activation.ts";

/**
 * Operators that ONNX Runtime puts into optimised models: on [N, C, …spatial] whose channels are blocked, and filled up to whole blocks,
 * which shapes show as more channels.
 */
const DOMAIN = "com.microsoft.nchwc";

/** Channels of a block with 512-bit vectors of float32; with 256-bit ones it is 8. */
const BLOCK = 16;

/** com.microsoft.nchwc Conv: a convolution, the sum with a tensor, a function of it. */
export const blockedConvOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "Conv",
  inputs: { x: "tensor", weight: "weight", bias: "bias?", sum: "tensor?" },
  translate: (context) => {
    const { x, weight, bias, sum } = context.inputs;
    const attributes = { ...readConvolution(context.node, x, weight), bias: bias !== undefined };
    addChain(context, x, { name: "conv", type: "conv", attributes }, sumWith("sum", sum), fusedActivation(context.node));
  },
});

/** com.microsoft.nchwc MaxPool, AveragePool. */
export const blockedPoolOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: DOMAIN,
  operators: { MaxPool: "max", AveragePool: "average" },
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }, name) => {
    const ceil = (node.flag("ceil_mode") ?? false) && autoPad(node) === "NOTSET";
    const countPadding = name === "average" && (node.flag("count_include_pad") ?? false);
    add("pool", [x], { function: name, ...slidingWindow(node, x), ceil, countPadding });
  },
});

/** com.microsoft.nchwc GlobalMaxPool, GlobalAveragePool. */
export const blockedGlobalPoolOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: DOMAIN,
  operators: { GlobalMaxPool: "max", GlobalAveragePool: "average" },
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }, name) => add("global-pool", [x], { function: name }),
});

/** com.microsoft.nchwc Upsample: by whole factors. */
export const blockedUpsampleOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "Upsample",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const scales = required(node.ints("scales"), "scales");
    check(scales.length === x.rank, () => `there are ${scales.length} scales for ${x.rank} dimensions`);
    const mode = node.word("mode", ["nearest", "linear"]) ?? "nearest";
    add("resize", [x], { shape: x.shape.map((size, axis) => size * scales[axis]!), mode });
  },
});

/**
 * com.microsoft.nchwc ReorderInput: blocks the channels, which come right after the batch or last. How large a block is depends on the
 * machine: taken as 16.
 */
export const reorderInputOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "ReorderInput",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, step, add }) => {
    check(x.rank >= 2, () => `the input is ${formatShape(x.shape)}, and has no channels`);
    const last = node.flag("channels_last") ?? false;
    const order = [0, x.rank - 1, ...Array.from({ length: x.rank - 2 }, (_, axis) => axis + 1)];
    const [ordered] = last ? step("order", "transpose", [x], { permutation: order }) : [x];
    const channels = ordered!.shape[1]!;
    const none = x.shape.map(() => 0);
    add("pad", [ordered], { pads: [...none, ...none.with(1, Math.ceil(channels / BLOCK) * BLOCK - channels)] });
  },
});

/** com.microsoft.nchwc ReorderOutput: takes the channels out of their blocks. */
export const reorderOutputOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "ReorderOutput",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, step, add }) => {
    check(x.rank >= 2, () => `the input is ${formatShape(x.shape)}, and has no channels`);
    const channels = required(node.int("channels"), "channels");
    const sizes = x.shape.with(1, channels);
    const taken = { starts: sizes.map(() => 0), sizes };
    if (!(node.flag("channels_last") ?? false)) return add("slice", [x], taken);
    const [ordered] = step("channels", "slice", [x], taken);
    add("transpose", [ordered], { permutation: [0, ...Array.from({ length: x.rank - 2 }, (_, axis) => axis + 2), 1] });
  },
});
