import { check } from "@modelgauge/core";
import { addFused, fusedOps } from "../graph/fused-ops.ts";
import { channelsOf, imageWindow, layoutOfNode, spatialAttribute, spatialOf } from "../graph/image-window.ts";
import { samePads } from "../padding.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** Conv2D and Conv3D; groups follow from the filter's channels. https://www.tensorflow.org/api_docs/python/tf/raw_ops/Conv2D */
export const convOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Conv2D: 2, Conv3D: 3 },
  inputs: { input: "tensor", filter: "weight" },
  translate({ node, inputs: { input, filter }, add }, rank) {
    check(filter.rank === rank + 2, () => `takes a filter of ${rank + 2} dimensions, not ${filter.rank}`);
    const window = imageWindow(node, input.shape, filter.shape.slice(0, rank));
    add("conv", [input], {
      ...window,
      filters: filter.shape.at(-1)!,
      groups: groupsOf(channelsOf(input.shape, window.layout), filter.shape.at(-2)!),
    });
  },
});

/** Conv1D, which the converter makes of a Conv2D with an axis of size 1. */
export const conv1dOp: TfjsOp = defineTfjsOp({
  op: "Conv1D",
  inputs: { input: "tensor", filter: "weight" },
  translate({ node, inputs: { input, filter }, add }) {
    check(filter.rank === 3 && input.rank === 3, "takes an input and a filter of 3 dimensions");
    const layout = node.has("data_format") && node.string("data_format") === "NCW" ? "channels-first" : "channels-last";
    const kernel = [filter.shape[0]!];
    const strides = [node.int("stride", 1)];
    const dilations = [node.int("dilation", 1)];
    const padding = node.string("padding", "VALID").toUpperCase();
    const pads = padding === "SAME" ? samePads(spatialOf(input.shape, layout), { kernel, strides, dilations }) : [0, 0];
    const groups = groupsOf(channelsOf(input.shape, layout), filter.shape[1]!);
    add("conv", [input], { kernel, strides, dilations, pads, layout, filters: filter.shape[2]!, groups });
  },
});

/** _FusedConv2D: a convolution with a bias and an activation function. */
export const fusedConvOp: TfjsOp = defineTfjsOp({
  op: "_FusedConv2D",
  inputs: { input: "tensor", filter: "weight", bias: "bias?", slope: "weight?", more: "tensors" },
  translate(context) {
    const { node, inputs } = context;
    const { input, filter, slope } = inputs;
    check(filter.rank === 4, () => `takes a filter of 4 dimensions, not ${filter.rank}`);
    const window = imageWindow(node, input.shape, filter.shape.slice(0, 2));
    const groups = groupsOf(channelsOf(input.shape, window.layout), filter.shape[2]!);
    const fused = fusedOps(context);
    const attributes = { ...window, filters: filter.shape[3]!, groups, bias: fused.bias };
    addFused(context, fused, { type: "conv", inputs: [input], attributes, slope });
  },
});

/** DepthwiseConv2dNative: each channel is convolved apart. */
export const depthwiseOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { DepthwiseConv2d: undefined, DepthwiseConv2dNative: undefined },
  inputs: { input: "tensor", filter: "weight" },
  translate({ node, inputs: { input, filter }, add }) {
    check(filter.rank === 4, () => `takes a filter of 4 dimensions, not ${filter.rank}`);
    const [height, width, channels, multiplier] = filter.shape as [number, number, number, number];
    add("conv", [input], { ...imageWindow(node, input.shape, [height, width]), filters: channels * multiplier, groups: channels });
  },
});

/** FusedDepthwiseConv2dNative: the same with a bias and an activation function. */
export const fusedDepthwiseOp: TfjsOp = defineTfjsOp({
  op: "FusedDepthwiseConv2dNative",
  inputs: { input: "tensor", filter: "weight", bias: "bias?", slope: "weight?", more: "tensors" },
  translate(context) {
    const { node, inputs } = context;
    const { input, filter, slope } = inputs;
    check(filter.rank === 4, () => `takes a filter of 4 dimensions, not ${filter.rank}`);
    const [height, width, channels, multiplier] = filter.shape as [number, number, number, number];
    const window = imageWindow(node, input.shape, [height, width]);
    const fused = fusedOps(context);
    const attributes = { ...window, filters: channels * multiplier, groups: channels, bias: fused.bias };
    addFused(context, fused, { type: "conv", inputs: [input], attributes, slope });
  },
});

/**
 * Conv2DBackpropInput and Conv3DBackpropInputV2: a transposed convolution to the sizes that it is told; where these are not known, those that
 * its padding implies. https://www.tensorflow.org/api_docs/python/tf/raw_ops/Conv2DBackpropInput
 */
export const convTransposeOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Conv2DBackpropInput: 2, Conv3DBackpropInputV2: 3 },
  inputs: { sizes: "setting", filter: "weight", gradient: "tensor" },
  translate({ node, inputs: { sizes, filter, gradient }, add }, rank) {
    const dimensions = rank + 2;
    check(filter.rank === dimensions && gradient.rank === dimensions, () => `takes a filter and an input of ${dimensions} dimensions`);
    const layout = layoutOfNode(node);
    const kernel = filter.shape.slice(0, rank);
    const strides = spatialAttribute(node, "strides", rank, layout);
    const dilations = spatialAttribute(node, "dilations", rank, layout);
    const same = node.string("padding", "VALID").toUpperCase() === "SAME";
    const spatial = spatialOf(gradient.shape, layout);
    const extents = kernel.map((size, axis) => dilations[axis]! * (size - 1) + 1);
    const wanted = sizes.numbers;
    const implied = spatial.map((size, axis) => size * strides[axis]! + (same ? 0 : Math.max(0, extents[axis]! - strides[axis]!)));
    const target = wanted === undefined ? implied : wanted.length === rank ? wanted : spatialOf(wanted, layout);
    // What the windows, spread out by the stride, reach beyond the output.
    const excess = spatial.map((size, axis) => (size - 1) * strides[axis]! + extents[axis]! - target[axis]!);
    const pads = [...excess.map((more) => Math.floor(Math.max(0, more) / 2)), ...excess.map((more) => Math.ceil(Math.max(0, more) / 2))];
    const outputPads = excess.map((more) => Math.max(0, -more));
    const filters = filter.shape.at(-2)!;
    const groups = groupsOf(channelsOf(gradient.shape, layout), filter.shape.at(-1)!);
    const attributes = { filters, kernel, strides, dilations, pads, outputPads, groups, layout };
    add("conv-transpose", [gradient], attributes, { status: wanted === undefined ? "estimate" : "exact" });
  },
});

/** Dilation2D: morphological dilation. */
export const dilationOp: TfjsOp = defineTfjsOp({
  op: "Dilation2D",
  inputs: { input: "tensor", filter: "weight" },
  translate({ node, inputs: { input, filter }, add }) {
    check(filter.rank === 3, () => `takes a filter of 3 dimensions, not ${filter.rank}`);
    add("morphological-dilation", [input], { ...imageWindow(node, input.shape, filter.shape.slice(0, 2), "rates") });
  },
});

/** Poolings; padding does not count in an average. */
export const poolingOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { MaxPool: ["max", 2], AvgPool: ["average", 2], MaxPool3D: ["max", 3], AvgPool3D: ["average", 3] } as const,
  inputs: { input: "tensor" },
  translate({ node, inputs: { input }, add }, [name, rank]) {
    const { dilations: _, ...window } = imageWindow(node, input.shape, spatialAttribute(node, "ksize", rank, layoutOfNode(node)));
    add("pool", [input], { function: name, ...window });
  },
});

/** MaxPoolWithArgmax: the maxima, and where they stood. */
export const argmaxPoolOp: TfjsOp = defineTfjsOp({
  op: "MaxPoolWithArgmax",
  inputs: { input: "tensor" },
  outputs: ["output", "argmax"],
  translate({ node, inputs: { input }, add }) {
    const { dilations: _, ...window } = imageWindow(node, input.shape, spatialAttribute(node, "ksize", 2, layoutOfNode(node)));
    add("pool", [input], { function: "max", ...window, indices: true }, { outputs: [0, 1] });
  },
});

function groupsOf(channels: number, ofFilter: number): number {
  check(ofFilter > 0 && channels % ofFilter === 0, () => `the input has ${channels} channels, the filter expects ${ofFilter}`);
  return channels / ofFilter;
}
