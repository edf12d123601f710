import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { setting } from "../../setting.ts";
import { slidingWindow } from "../../sliding-window.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft ConvTransposeWithDynamicPads: ConvTranspose whose pads are an input. */
export const convTransposeWithDynamicPadsOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "ConvTransposeWithDynamicPads",
  inputs: { x: "tensor", weight: "weight", pads: "setting?", bias: "bias?" },
  translate: ({ node, inputs: { x, weight, pads: given, bias }, add, undescribed }) => {
    const groups = node.int("group") ?? 1;
    check(weight.rank === x.rank && x.rank >= 2, () => `the weight is ${formatShape(weight.shape)}, the input ${formatShape(x.shape)}`);
    check(weight.shape[0] === x.shape[1], () => `the input has ${x.shape[1]} channels, the weight expects ${weight.shape[0]}`);
    const pads = setting(given, undefined);
    if (pads === "unknown") return undescribed("its pads are not known");
    const { pads: _, ...window } = slidingWindow(node, x, weight.shape.slice(2));
    const outputPads = node.ints("output_padding");
    add("conv-transpose", [x], {
      filters: weight.shape[1]! * groups,
      ...window,
      ...(pads && { pads }),
      ...(outputPads && { outputPads }),
      groups,
      bias: bias !== undefined,
    });
  },
});
