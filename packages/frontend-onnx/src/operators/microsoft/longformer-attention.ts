import type { Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";
import { projected } from "./projection.ts";

/**
 * com.microsoft LongformerAttention: projections, and attention to a window and to global tokens, which have projections of their own:
 * keys and values of all tokens, queries of the global ones. How many of these there are is data: where it is not known, they do not
 * count, and the work is a lower bound.
 */
export const longformerAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "LongformerAttention",
  inputs: {
    input: "tensor",
    weight: "weight",
    bias: "bias",
    mask: "tensor",
    globalWeight: "weight",
    globalBias: "bias",
    global: "tensor",
  },
  translate: (context) => {
    const { input, weight, bias, globalWeight, globalBias, global } = context.inputs;
    addLongformer(context, { input, weight, bias, globalWeight, globalBias, global });
  },
});

/** com.microsoft QOrderedLongformerAttention: LongformerAttention of 8-bit integers. */
export const qOrderedLongformerAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QOrderedLongformerAttention",
  inputs: {
    input: "tensor",
    inputScale: "setting",
    weight: "weight",
    weightScale: "setting",
    bias: "bias",
    biasScale: "setting",
    projectionScale: "setting",
    mask: "tensor",
    globalWeight: "weight",
    globalWeightScale: "setting",
    globalBias: "bias",
    globalProjectionScale: "setting",
    global: "tensor",
    outputScale: "setting",
  },
  translate: (context) => {
    const { input, weight, bias, globalWeight, globalBias, global } = context.inputs;
    addLongformer(context, { input, weight, bias, globalWeight, globalBias, global });
  },
});

type Operands = Readonly<Record<"input" | "weight" | "bias" | "globalWeight" | "globalBias" | "global", Operand>>;

function addLongformer(context: OnnxContext, { input, weight, bias, globalWeight, globalBias, global }: Operands): void {
  const { node, step, add } = context;
  checkDimensions("the input", input, "batch × length × features");
  const [batch, length, features] = input.shape as [number, number, number];
  const { query, key, value } = projected(context, input, [weight, bias], [features, features, features]);
  const globalTokens = global.numbers?.filter((flag) => flag !== 0).length;
  const project = (name: string, x: Operand, weights: readonly Operand[]): void =>
    void step(name, "linear", [x], { units: features, bias: true }, { weights });
  project("global-key", input, [globalWeight, globalBias]);
  project("global-value", input, []);
  if (globalTokens !== undefined && globalTokens > 0) {
    const [tokens] = step("tokens", "reshape", [input], { shape: [batch * length, features] }, { weights: [] });
    const sizes = [globalTokens, features];
    const [chosen] = step("global-tokens", "slice", [tokens], { starts: [0, 0], sizes }, { weights: [] }) as [Operand];
    project("global-query", chosen, []);
  }
  const heads = required(node.int("num_heads"), "num_heads");
  const window = required(node.int("window"), "window");
  add("longformer-attention", [query, key, value], { heads, window, ...(globalTokens !== undefined && { globalTokens }) });
}
