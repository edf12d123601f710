import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft BiasSplitGelu: after a bias, the left half of the features times the GELU of the right half. */
export const biasSplitGeluOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BiasSplitGelu",
  inputs: { x: "tensor", bias: "bias" },
  translate: ({ inputs: { x, bias }, step, add }) => {
    const features = x.shape.at(-1) ?? 0;
    check(features % 2 === 0, () => `${features} features have no halves`);
    const [sum] = step("bias", "elementwise", [x, bias], { function: "add" });
    const [left, right] = step("halves", "split", [sum], { axis: -1, sizes: [features / 2, features / 2] }, { count: 2 });
    const [gate] = step("gelu", "activation", [right], { function: "gelu" });
    add("elementwise", [left, gate], { function: "mul" });
  },
});
