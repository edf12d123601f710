import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft BiasAdd: x + bias + skip. */
export const biasAddOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BiasAdd",
  inputs: { x: "tensor", bias: "bias", skip: "tensor" },
  translate: ({ inputs: { x, bias, skip }, add }) => add("elementwise", [x, bias, skip], { function: "add" }),
});
