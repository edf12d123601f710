import { product, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { addChain, sumWith } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft BiasDropout: Dropout(data + bias) + residual. */
export const biasDropoutOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BiasDropout",
  inputs: { data: "tensor", bias: "bias", residual: "tensor?", ratio: "setting?", training: "setting?" },
  translate: (context) => {
    const { data, bias, residual, ratio, training } = context.inputs;
    const [sum] = context.step("bias", "elementwise", [data, bias], { function: "add" });
    const mask = context.node.hasOutput(1);
    const attributes = { ...settings(ratio, training), mask };
    if (residual === undefined) return context.add("dropout", [sum], attributes);
    const options = { count: mask ? 2 : 1, outputs: [undefined, 1] };
    const [dropped] = context.step("dropout", "dropout", [sum], attributes, options) as [Operand];
    addChain(context, dropped, sumWith("residual", residual));
  },
});

/** com.microsoft BitmaskDropout: Dropout whose mask is packed into uint32, 32 elements each. */
export const bitmaskDropoutOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BitmaskDropout",
  inputs: { data: "tensor", ratio: "setting?", training: "setting?" },
  translate: (context) => {
    const { data, ratio, training } = context.inputs;
    if (!packMask(context, data, training)) return;
    context.add("dropout", [data], settings(ratio, training), { outputs: [0] });
  },
});

/** com.microsoft BitmaskBiasDropout: BiasDropout whose mask is packed into uint32. */
export const bitmaskBiasDropoutOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BitmaskBiasDropout",
  inputs: { data: "tensor", bias: "bias", residual: "tensor?", ratio: "setting?", training: "setting?" },
  translate: (context) => {
    const { data, bias, residual, ratio, training } = context.inputs;
    if (!packMask(context, data, training)) return;
    addChain(
      context,
      data,
      sumWith("bias", bias),
      { name: "dropout", type: "dropout", attributes: settings(ratio, training) },
      sumWith("residual", residual),
    );
  },
});

/** Without a training mode, or where it is not known, dropout is idle. */
function settings(ratio: Operand | undefined, training: Operand | undefined): { readonly rate?: number; readonly training: boolean } {
  const rate = ratio?.number;
  return { ...(rate !== undefined && { rate }), training: training?.number === 1 };
}

/** Gives out the packed mask where the node wants it: all ones, unless dropout is training. */
function packMask({ node, step, undescribed }: OnnxContext, { shape }: Operand, training: Operand | undefined): boolean {
  if (!node.hasOutput(1)) return true;
  if (training?.number === 1) {
    undescribed("the packed mask of a dropout that is training is not described");
    return false;
  }
  const fill = { shape: [Math.ceil(product(shape) / 32)], dtype: "uint32", value: 2 ** 32 - 1 };
  step("mask", "constant-fill", [], fill, { outputs: [1] });
  return true;
}
