import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft AttnLSTM: an LSTM that attends to a memory at each step. */
export const attnLstmOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "AttnLSTM",
  inputs: {
    x: "tensor",
    weight: "weight",
    recurrence: "weight",
    bias: "bias?",
    sequenceLengths: "setting?",
    initialState: "setting?",
    initialCell: "setting?",
    peepholes: "weight?",
    queryWeight: "weight?",
    memoryWeight: "weight?",
    vector: "weight?",
    memory: "tensor?",
    memoryLengths: "setting?",
    attentionWeight: "weight?",
  },
  translate: ({ node, inputs, add }) => {
    const { x, recurrence, bias, peepholes, queryWeight, memory, attentionWeight } = inputs;
    checkDimensions("the recurrence weight", recurrence, "directions × gates × units");
    check(queryWeight !== undefined && memory !== undefined, "a query weight and a memory are expected");
    add("attention-lstm", [x, memory], {
      units: recurrence.shape[2],
      attentionUnits: queryWeight.shape.at(-1),
      ...(attentionWeight && { outputUnits: attentionWeight.shape.at(-1) }),
      directions: node.string("direction") === "bidirectional" ? 2 : 1,
      biases: bias === undefined ? 0 : 2,
      peepholes: peepholes !== undefined,
    });
  },
});
