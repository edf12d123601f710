import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { autoPad, slidingWindow } from "../../sliding-window.ts";
import { channelsFirst } from "./convolution.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft NhwcMaxPool: MaxPool of quantised [N, …spatial, C]. */
export const nhwcMaxPoolOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "NhwcMaxPool",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("pool", [x], {
      function: "max",
      ...slidingWindow(node, { shape: channelsFirst(x.shape, "channels-last") }),
      ceil: (node.flag("ceil_mode") ?? false) && autoPad(node) === "NOTSET",
      layout: "channels-last",
    }),
});
