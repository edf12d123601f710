import { resolveAxis } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { addChain } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";
import { REQUANTIZED } from "./quantized-elementwise.ts";

/** com.microsoft QOrderedLayerNormalization: layer normalisation of 8-bit integers in an order of their own, from `axis` (default −1) on. */
export const qOrderedLayerNormalizationOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QOrderedLayerNormalization",
  inputs: { x: "tensor", xScale: "setting", gamma: "weight", beta: "bias?", yScale: "setting" },
  translate: (context) => {
    const { x, beta } = context.inputs;
    const first = resolveAxis(context.node.int("axis") ?? -1, x.rank);
    const axes = Array.from({ length: x.rank - first }, (_, offset) => first + offset);
    addChain(context, x, { name: "norm", type: "layer-norm", attributes: { axes, shift: beta !== undefined } }, REQUANTIZED);
  },
});
