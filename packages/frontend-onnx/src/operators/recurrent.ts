import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

const CELLS = { LSTM: "lstm", GRU: "gru", RNN: "rnn" } as const;

/**
 * ai.onnx LSTM, GRU, RNN, since version 1; with the batch outermost (`layout` 1) since version 14.
 * https://onnx.ai/onnx/operators/onnx__LSTM.html
 */
export const recurrentOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: CELLS,
  inputs: {
    x: "tensor",
    weight: "weight",
    recurrence: "weight",
    bias: "bias?",
    sequenceLengths: "setting?",
    initialState: "tensor?",
    initialCell: "tensor?",
    peepholes: "weight?",
  },
  translate: ({ node, inputs: { x, weight, recurrence, bias, sequenceLengths, initialState, initialCell, peepholes }, add }, cell) => {
    check(recurrence.rank === 3, () => `the recurrence weight has 3 dimensions, not ${formatShape(recurrence.shape)}`);
    check(x.shape[2] === weight.shape[2], () => `the input has ${x.shape[2]} features, the weight expects ${weight.shape[2]}`);
    const direction = node.word("direction", ["forward", "reverse", "bidirectional"]);
    const batchFirst = node.flag("layout") ?? false;
    add("recurrent", [x, sequenceLengths, initialState, initialCell], {
      cell,
      units: recurrence.shape[2],
      directions: direction === "bidirectional" ? 2 : 1,
      layout: batchFirst ? "batch-first" : "time-first",
      biases: bias === undefined ? 0 : 2,
      peepholes: peepholes !== undefined,
    });
  },
});
