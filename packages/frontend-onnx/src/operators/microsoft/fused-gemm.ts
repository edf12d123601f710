import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { addChain, applied } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";
import { fusedActivation } from "./fused-activation.ts";
import { gemmLink } from "./gemm-link.ts";

/** com.microsoft FusedGemm: a function of α·A·B + β·C. */
export const fusedGemmOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "FusedGemm",
  inputs: { a: "tensor", b: "tensor", c: "bias?" },
  translate: (context) => addChain(context, context.inputs.a, gemmLink(context.node, context.inputs), fusedActivation(context.node)),
});

/**
 * com.microsoft GemmFloat8: Gemm of 8-bit or wider floating-point matrices into `dtype` (default float32), with scales. The products are
 * counted at the dtype of A.
 */
export const gemmFloat8Operator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GemmFloat8",
  inputs: { a: "tensor", b: "weight", c: "bias?", scaleA: "setting?", scaleB: "setting?", scaleY: "setting?" },
  translate: (context) => {
    const { node, inputs } = context;
    const name = node.word("activation", ["NONE", "RELU", "GELU"]) ?? "NONE";
    const activation = name === "NONE" ? undefined : applied("activation", { function: name.toLowerCase() });
    addChain(context, inputs.a, gemmLink(node, inputs, node.dtype("dtype") ?? "float32"), activation);
  },
});
