import { check, formatShape, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { MICROSOFT } from "./domain.ts";
import { fusedActivation } from "./fused-activation.ts";
import { integerOf, packedWeight } from "./packed-weight.ts";
import { there } from "./there.ts";

/**
 * com.microsoft MatMulNBits: a product with a weight of [N, K] elements of `bits` bits, in blocks with scales. The products are counted at
 * the dtype of A, which they are defined in; `accuracy_level` only permits a runtime to compute at a lower one.
 */
export const matMulNBitsOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulNBits",
  inputs: { a: "tensor", b: "weight", scales: "setting", zeroPoints: "setting?", groups: "setting?", bias: "bias?" },
  translate: ({ node, inputs: { a, b, scales, zeroPoints, groups, bias }, add }) => {
    const units = required(node.int("N"), "N");
    const weights = quantizedWeights(node, { a, b, scales, bias }, units);
    add("linear", [a], { units, bias: bias !== undefined }, { weights: [...weights, ...there(zeroPoints, groups)] });
  },
});

/** com.microsoft MatMulNBitsMlp: a gate and an up projection of one input, normalised where there is a scale, as MatMulNBits. */
export const matMulNBitsMlpOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulNBitsMlp",
  inputs: {
    a: "tensor",
    skip: "tensor?",
    normScale: "weight?",
    gate: "weight",
    gateScales: "setting",
    gateBias: "bias?",
    up: "weight",
    upScales: "setting",
    upBias: "bias?",
  },
  translate: (context) => {
    const { node, inputs, add } = context;
    const { gate, gateScales, gateBias, up, upScales, upBias } = inputs;
    const units = required(node.int("N"), "N");
    const a = normalised(context, inputs, 1);
    const gated = project(context, "gate", { a, b: gate, scales: gateScales, bias: gateBias }, units);
    const activation = fusedActivation(node);
    const [activated] = activation ? context.step("activation", activation.type, [gated], activation.attributes, { weights: [] }) : [gated];
    const upward = project(context, "up", { a, b: up, scales: upScales, bias: upBias }, units);
    add("elementwise", [activated, upward], { function: "mul" }, { outputs: [0] });
  },
});

/** com.microsoft MatMulNBitsQkv: projections to query, key and value of a normalised input, as MatMulNBits. */
export const matMulNBitsQkvOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulNBitsQkv",
  inputs: {
    a: "tensor",
    skip: "tensor?",
    normScale: "weight",
    query: "weight",
    queryScales: "setting",
    queryBias: "bias?",
    key: "weight",
    keyScales: "setting",
    keyBias: "bias?",
    value: "weight",
    valueScales: "setting",
    valueBias: "bias?",
  },
  translate: (context) => {
    const { node, inputs } = context;
    const a = normalised(context, inputs, 3);
    const [queries, keys] = [required(node.int("Nq"), "Nq"), required(node.int("Nkv"), "Nkv")];
    project(context, "query", { a, b: inputs.query, scales: inputs.queryScales, bias: inputs.queryBias }, queries, 0);
    project(context, "key", { a, b: inputs.key, scales: inputs.keyScales, bias: inputs.keyBias }, keys, 1);
    project(context, "value", { a, b: inputs.value, scales: inputs.valueScales, bias: inputs.valueBias }, keys, 2);
  },
});

interface QuantizedProduct {
  readonly a: Operand;
  readonly b: Operand;
  readonly scales: Operand;
  readonly bias: Operand | undefined;
}

/** What a product holds, its weight as the elements that it means. */
function quantizedWeights(node: OnnxNode, { a, b, scales, bias }: QuantizedProduct, units: number): readonly Operand[] {
  const features = required(node.int("K"), "K");
  check(a.shape.at(-1) === features, () => `A is ${formatShape(a.shape)}, the weight expects ${features} features`);
  return there(packedWeight(b, integerOf(node.int("bits") ?? 4), [units, features]), scales, bias);
}

function project({ node, step }: OnnxContext, name: string, product: QuantizedProduct, units: number, output?: number): Operand {
  const weights = quantizedWeights(node, product, units);
  return step(name, "linear", [product.a], { units, bias: product.bias !== undefined }, { weights, outputs: [output] })[0]!;
}

/** The input after the root-mean-square norm, and the sum with a residual before it, that may be fused in. */
function normalised(
  { step }: OnnxContext,
  { a, skip, normScale }: { readonly a: Operand; readonly skip: Operand | undefined; readonly normScale: Operand | undefined },
  sumOutput: number,
): Operand {
  const [sum] = skip
    ? (step("sum", "elementwise", [a, skip], { function: "add" }, { weights: [], outputs: [sumOutput] }) as [Operand])
    : [a];
  return normScale ? step("norm", "layer-norm", [sum], { kind: "rms", axes: [-1] }, { weights: [normScale] })[0]! : sum;
}
