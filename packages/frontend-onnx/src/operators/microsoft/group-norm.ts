import type { Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { addChain, applied } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft GroupNorm: group normalisation, channels last unless told otherwise, and SiLU where `activation` is 1. */
export const groupNormOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GroupNorm",
  inputs: { x: "tensor", gamma: "weight", beta: "bias" },
  translate: (context) => addGroupNorm(context, context.inputs.x),
});

/** com.microsoft SkipGroupNorm: GroupNorm of x + skip + bias, a sum that it may give out too. */
export const skipGroupNormOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "SkipGroupNorm",
  inputs: { x: "tensor", gamma: "weight", beta: "bias", skip: "tensor", bias: "bias?" },
  translate: (context) => {
    const { x, skip, bias } = context.inputs;
    // A skip for each sample and channel, [N, C], stands for all positions.
    const perChannel = skip.rank === 2 && x.rank > 2;
    const shape = [skip.shape[0], ...x.shape.slice(1, -1).map(() => 1), skip.shape[1]];
    const [aligned] = perChannel ? context.step("skip", "reshape", [skip], { shape }, { weights: [] }) : [skip];
    const summands = bias ? [x, aligned, bias] : [x, aligned];
    const [sum] = context.step("sum", "elementwise", summands, { function: "add" }, { outputs: [1], weights: [] }) as [Operand];
    addGroupNorm(context, sum);
  },
});

function addGroupNorm(context: OnnxContext, x: Operand): void {
  const { node } = context;
  const layout = (node.flag("channels_last") ?? true) ? "channels-last" : "channels-first";
  const attributes = { groups: required(node.int("groups"), "groups"), layout };
  const activation = node.flag("activation") ? applied("activation", { function: "swish" }) : undefined;
  addChain(context, x, { name: "norm", type: "group-norm", attributes }, activation);
}
