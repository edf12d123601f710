import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { autoPad, slidingWindow } from "../../sliding-window.ts";
import { addChain } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";
import { channelsFirst, layoutOf } from "./layout.ts";
import { REQUANTIZED } from "./quantized-elementwise.ts";

/** com.microsoft QLinearAveragePool: AveragePool of 8-bit integers. */
export const qLinearAveragePoolOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QLinearAveragePool",
  inputs: { x: "tensor", xScale: "setting", xZeroPoint: "setting?", yScale: "setting", yZeroPoint: "setting?" },
  translate: (context) => {
    const { node, inputs } = context;
    const layout = layoutOf(node);
    const attributes = {
      function: "average",
      ...slidingWindow(node, channelsFirst(inputs.x, layout)),
      ceil: (node.flag("ceil_mode") ?? false) && autoPad(node) === "NOTSET",
      countPadding: node.flag("count_include_pad") ?? false,
      layout,
    };
    addChain(context, inputs.x, { name: "pool", type: "pool", attributes }, REQUANTIZED);
  },
});

/** com.microsoft QLinearGlobalAveragePool: GlobalAveragePool of 8-bit integers. */
export const qLinearGlobalAveragePoolOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QLinearGlobalAveragePool",
  inputs: { x: "tensor", xScale: "setting", xZeroPoint: "setting", yScale: "setting", yZeroPoint: "setting" },
  translate: (context) => {
    const attributes = { function: "average", layout: layoutOf(context.node) };
    addChain(context, context.inputs.x, { name: "pool", type: "global-pool", attributes }, REQUANTIZED);
  },
});
