import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

const CELLS = { LSTM: "lstm", GRU: "gru", RNN: "rnn" } as const;

/** Activations of cells, whose names are written in any case → functions of the layer type `activation`. */
const ACTIVATIONS: Readonly<Record<string, string>> = {
  affine: "affine",
  elu: "elu",
  hardsigmoid: "hard-sigmoid",
  leakyrelu: "leaky-relu",
  relu: "relu",
  scaledtanh: "scaled-tanh",
  sigmoid: "sigmoid",
  softplus: "softplus",
  softsign: "softsign",
  tanh: "tanh",
  thresholdedrelu: "thresholded-relu",
};

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
    initialState: "setting?",
    initialCell: "setting?",
    peepholes: "weight?",
  },
  translate: ({ node, inputs: { x, weight, recurrence, bias, sequenceLengths, initialState, initialCell, peepholes }, add }, cell) => {
    check(recurrence.rank === 3, () => `the recurrence weight has 3 dimensions, not ${formatShape(recurrence.shape)}`);
    check(x.shape[2] === weight.shape[2], () => `the input has ${x.shape[2]} features, the weight expects ${weight.shape[2]}`);
    const direction = node.word("direction", ["forward", "reverse", "bidirectional"]);
    const batchFirst = node.flag("layout") ?? false;
    const activations = node.strings("activations")?.map((name) => {
      const known = ACTIVATIONS[name.toLowerCase()];
      check(known !== undefined, () => `"${name.slice(0, 80)}" is no activation of a cell`);
      return known;
    });
    add("recurrent", [x, sequenceLengths, initialState, initialCell], {
      cell,
      units: recurrence.shape[2],
      directions: direction === "bidirectional" ? 2 : 1,
      layout: batchFirst ? "batch-first" : "time-first",
      ...(activations && { activations }),
      biases: bias === undefined ? 0 : 2,
      peepholes: peepholes !== undefined,
    });
  },
});
