import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { slidingWindow } from "../../sliding-window.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft MaxpoolWithMask: MaxPool in which elements that the mask leaves out count as the lowest. */
export const maxPoolWithMaskOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MaxpoolWithMask",
  inputs: { x: "tensor", mask: "tensor" },
  translate: ({ node, inputs: { x, mask }, step, add, constant }) => {
    const [kept] = step("mask", "cast", [mask], { dtype: "bool" });
    const [masked] = step("select", "where", [kept, x, constant(x.dtype, [])]);
    add("pool", [masked], { function: "max", ...slidingWindow(node, x) });
  },
});
