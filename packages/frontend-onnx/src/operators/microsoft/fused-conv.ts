import { readConvolution } from "../../convolution.ts";
import { defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { addChain, sumWith } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";
import { fusedActivation } from "./fused-activation.ts";
import { channelsFirst, type Layout } from "./layout.ts";

const INPUTS = { x: "tensor", weight: "weight", bias: "bias?", sum: "tensor?" } as const;

/**
 * com.microsoft FusedConv, NhwcConv, NhwcFusedConv: a convolution, the sum with a tensor, a function of it. All have ONNX's layout of the
 * weight.
 */
export const fusedConvOperators: readonly OnnxOperator[] = defineOnnxOperators<Layout, typeof INPUTS>({
  domain: MICROSOFT,
  operators: { FusedConv: "channels-first", NhwcConv: "channels-last", NhwcFusedConv: "channels-last" },
  inputs: INPUTS,
  translate: (context, layout) => {
    const { x, weight, bias, sum } = context.inputs;
    const attributes = { ...readConvolution(context.node, channelsFirst(x, layout), weight), layout, bias: bias !== undefined };
    addChain(context, x, { name: "conv", type: "conv", attributes }, sumWith("sum", sum), fusedActivation(context.node));
  },
});
