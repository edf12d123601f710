import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { addChain, applied } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft GemmFastGelu: the approximated GELU of X·W + bias. */
export const gemmFastGeluOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GemmFastGelu",
  inputs: { x: "tensor", w: "tensor", bias: "bias?" },
  translate: (context) => {
    const { x, w, bias } = context.inputs;
    addChain(context, x, { name: "product", type: "matmul", inputs: () => [x, w, bias] }, applied("activation", { function: "gelu-tanh" }));
  },
});
