import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";

/**
 * com.microsoft DynamicQuantizeLSTM: an LSTM whose products are of 8-bit integers. The input is quantised as its range tells; that the
 * hidden state is quantised too, at each step, is not counted.
 */
export const dynamicQuantizeLstmOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DynamicQuantizeLSTM",
  inputs: {
    x: "tensor",
    weight: "weight",
    recurrence: "weight",
    bias: "bias?",
    sequenceLengths: "setting?",
    initialState: "setting?",
    initialCell: "setting?",
    peepholes: "weight?",
    weightScale: "setting",
    weightZeroPoint: "setting",
    recurrenceScale: "setting",
    recurrenceZeroPoint: "setting",
  },
  translate: ({ node, inputs, step, add }) => {
    const { x, weight, recurrence, bias, sequenceLengths, initialState, initialCell, peepholes } = inputs;
    checkDimensions("x", x, "length × batch × features");
    checkDimensions("the weight", weight, "directions × features × gates");
    checkDimensions("the recurrence weight", recurrence, "directions × units × gates");
    check(x.shape[2] === weight.shape[1], () => `the input has ${x.shape[2]} features, the weight expects ${weight.shape[1]}`);
    const direction = node.word("direction", ["forward", "reverse", "bidirectional"]);
    const attributes = {
      cell: "lstm",
      units: recurrence.shape[1],
      directions: direction === "bidirectional" ? 2 : 1,
      biases: bias === undefined ? 0 : 2,
      peepholes: peepholes !== undefined,
      dtype: x.dtype,
    };
    const [quantized] = step("quantize", "dynamic-quantize", [x], {}, { count: 3, weights: [] });
    add("recurrent", [quantized, sequenceLengths, initialState, initialCell], attributes);
  },
});
