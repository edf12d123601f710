import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { autoPad, slidingWindow } from "../../sliding-window.ts";
import { MICROSOFT } from "./domain.ts";
import { channelsFirst } from "./layout.ts";

/** com.microsoft NhwcMaxPool: MaxPool of quantised [N, …spatial, C]. */
export const nhwcMaxPoolOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "NhwcMaxPool",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) =>
    add("pool", [x], {
      function: "max",
      ...slidingWindow(node, channelsFirst(x, "channels-last")),
      ceil: (node.flag("ceil_mode") ?? false) && autoPad(node) === "NOTSET",
      layout: "channels-last",
    }),
});
