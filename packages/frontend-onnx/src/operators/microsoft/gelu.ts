import { defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { addChain, applied, sumWith } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft Gelu, QuickGelu; FastGelu, BiasGelu, which may add a bias before. */
export const microsoftGeluOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: MICROSOFT,
  operators: { Gelu: "gelu", QuickGelu: "quick-gelu", FastGelu: "gelu-tanh", BiasGelu: "gelu" },
  inputs: { x: "tensor", bias: "bias?" },
  translate: (context, name) => {
    const { x, bias } = context.inputs;
    addChain(context, x, sumWith("bias", bias), applied("activation", { function: name }));
  },
});
