import { defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft EPContext, Snpe: networks that are compiled for a device. */
export const opaqueOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: MICROSOFT,
  operators: { EPContext: "an execution provider", Snpe: "the Snapdragon neural processing engine" },
  inputs: { inputs: "tensors" },
  translate: ({ undescribed }, runtime) => undescribed(`it holds a network that is compiled for ${runtime}, which cannot be looked into`),
});
