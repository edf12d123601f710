import { resolveAxis } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft BiasSoftmax: softmax over `axis` (default 1) and all after it, of the sum with a bias or mask. */
export const biasSoftmaxOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BiasSoftmax",
  inputs: { data: "tensor", bias: "tensor" },
  translate: ({ node, inputs: { data, bias }, step, add }) => {
    const [sum] = step("bias", "elementwise", [data, bias], { function: "add" });
    const first = resolveAxis(node.int("axis") ?? 1, data.rank);
    add("softmax", [sum], { axes: Array.from({ length: data.rank - first }, (_, offset) => first + offset) });
  },
});
