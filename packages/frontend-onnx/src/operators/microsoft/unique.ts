import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft Unique: the different elements of a vector in the order of their appearance, which of them each is, and how often. */
export const microsoftUniqueOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Unique",
  inputs: { x: "tensor" },
  // The layer type also tells where each stands first.
  translate: ({ inputs: { x }, add }) => add("unique", [x], { sorted: false }, { outputs: [0, undefined, 1, 2] }),
});
