import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft AttnLSTM: an LSTM that attends to a memory at each step. Its outputs are known, its work is not described. */
export const attnLstmOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "AttnLSTM",
  inputs: {
    x: "tensor",
    weight: "weight",
    recurrence: "weight",
    bias: "bias?",
    sequenceLengths: "setting?",
    initialState: "tensor?",
    initialCell: "tensor?",
    peepholes: "weight?",
    queryWeight: "weight?",
    memoryWeight: "weight?",
    vector: "weight?",
    memory: "tensor?",
    memoryLengths: "setting?",
    attentionWeight: "weight?",
  },
  translate: ({ inputs: { x, recurrence }, undescribed }) => {
    check(x.rank === 3 && recurrence.rank === 3, () => `x and R are ${formatShape(x.shape)} and ${formatShape(recurrence.shape)}`);
    const [steps, batch] = x.shape as [number, number, number];
    const [directions, , units] = recurrence.shape as [number, number, number];
    const state = { dtype: x.dtype, shape: [directions, batch, units] };
    const outputs = [{ dtype: x.dtype, shape: [steps, directions, batch, units] }, state, state];
    undescribed("the attention in its recurrence is not described", { outputs });
  },
});
