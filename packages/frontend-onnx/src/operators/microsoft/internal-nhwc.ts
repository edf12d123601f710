import { check, formatShape } from "@modelgauge/core";
import { readConvolution } from "../../convolution.ts";
import { defineOnnxOperator, defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { autoPad, slidingWindow } from "../../sliding-window.ts";
import { channelsFirst } from "./layout.ts";

/** Operators of ai.onnx on [N, …spatial, C], which ONNX Runtime puts into models for devices that prefer that. */
const DOMAIN = "com.ms.internal.nhwc";

const layout = "channels-last";

/** com.ms.internal.nhwc Conv; the weight is laid out as ONNX has it. */
export const nhwcConvOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "Conv",
  inputs: { x: "tensor", weight: "weight", bias: "bias?" },
  translate: ({ node, inputs: { x, weight, bias }, add }) =>
    add("conv", [x], { ...readConvolution(node, channelsFirst(x, layout), weight), layout, bias: bias !== undefined }),
});

/** com.ms.internal.nhwc QLinearConv. */
export const nhwcQLinearConvOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "QLinearConv",
  inputs: {
    x: "tensor",
    xScale: "setting",
    xZeroPoint: "setting",
    weight: "weight",
    weightScale: "setting",
    weightZeroPoint: "setting",
    yScale: "setting",
    yZeroPoint: "setting",
    bias: "bias?",
  },
  translate: ({ node, inputs: { x, weight, yZeroPoint, bias }, add }) => {
    const convolution = readConvolution(node, channelsFirst(x, layout), weight);
    add("conv", [x], { ...convolution, layout, bias: bias !== undefined, dtype: yZeroPoint.dtype });
  },
});

/** com.ms.internal.nhwc MaxPool, AveragePool, LpPool. */
export const nhwcPoolOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: DOMAIN,
  operators: { MaxPool: "max", AveragePool: "average", LpPool: "lp" },
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }, name) => {
    const ceil = (node.flag("ceil_mode") ?? false) && autoPad(node) === "NOTSET";
    const countPadding = name === "average" && (node.flag("count_include_pad") ?? false);
    const indices = name === "max" && node.hasOutput(1);
    add("pool", [x], { function: name, ...slidingWindow(node, channelsFirst(x, layout)), ceil, countPadding, indices, layout });
  },
});

/** com.ms.internal.nhwc GlobalMaxPool, GlobalAveragePool, GlobalLpPool. */
export const nhwcGlobalPoolOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: DOMAIN,
  operators: { GlobalMaxPool: "max", GlobalAveragePool: "average", GlobalLpPool: "lp" },
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }, name) => add("global-pool", [x], { function: name, layout }),
});

/** com.ms.internal.nhwc DepthToSpace, SpaceToDepth. */
export const nhwcDepthSpaceOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: DOMAIN,
  operators: { DepthToSpace: "depth-to-space", SpaceToDepth: "space-to-depth" },
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }, type) => add(type, [x], { blockSize: required(node.int("blocksize"), "blocksize"), layout }),
});

/** com.ms.internal.nhwc BatchNormalization, at inference. */
export const nhwcBatchNormalizationOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "BatchNormalization",
  inputs: { x: "tensor", scale: "weight", bias: "bias", mean: "buffer", variance: "buffer" },
  translate: ({ inputs: { x, scale }, add }) => {
    check(
      scale.rank === 1 && scale.shape[0] === x.shape.at(-1),
      () => `the input is ${formatShape(x.shape)}, the scale ${formatShape(scale.shape)}`,
    );
    add("batch-norm", [x], { layout }, { outputs: [0] });
  },
});

/** com.ms.internal.nhwc InstanceNormalization. */
export const nhwcInstanceNormalizationOperator: OnnxOperator = defineOnnxOperator({
  domain: DOMAIN,
  operator: "InstanceNormalization",
  inputs: { x: "tensor", scale: "weight", bias: "bias" },
  translate: ({ inputs: { x }, add }) => add("group-norm", [x], { groups: x.shape.at(-1), layout }),
});
