import { check, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft GatedAdd: x + y · gate. */
export const gatedAddOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GatedAdd",
  inputs: { x: "tensor", y: "tensor", gate: "tensor" },
  translate: ({ inputs: { x, y, gate }, step, add }) => {
    const [gated] = step("gate", "elementwise", [y, gate], { function: "mul" });
    add("elementwise", [x, gated], { function: "add" });
  },
});

/** com.microsoft GatedRMSNorm: the root-mean-square norm of groups of features, as long as the scale, times the SiLU of a gate. */
export const gatedRmsNormOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GatedRMSNorm",
  inputs: { x: "tensor", scale: "weight", gate: "tensor" },
  translate: ({ inputs: { x, scale, gate }, step, add }) => {
    const size = scale.shape[0] ?? 0;
    const features = x.shape.at(-1) ?? 0;
    check(size > 0 && features % size === 0, () => `${features} features do not divide into groups of ${size}`);
    const [groups] = step("groups", "reshape", [x], { shape: [...x.shape.slice(0, -1), features / size, size] }, { weights: [] });
    const [normed] = step("norm", "layer-norm", [groups], { kind: "rms", axes: [-1] });
    const [joined] = step("features", "reshape", [normed], { shape: x.shape });
    const [opened] = step("gate", "activation", [gate], { function: "swish" });
    add("elementwise", [joined, opened], { function: "mul" });
  },
});

/** com.microsoft LinearAttentionGate: decay = scale · softplus(a + bias), and beta = sigmoid(b). */
export const linearAttentionGateOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "LinearAttentionGate",
  inputs: { a: "tensor", bias: "bias", scale: "weight", b: "tensor?" },
  translate: ({ inputs: { a, bias, scale, b }, step }) => {
    const [wide] = a.dtype === bias.dtype ? [a] : step("widen", "cast", [a], { dtype: bias.dtype }, { weights: [] });
    const [shifted] = step("bias", "elementwise", [wide, bias], { function: "add" }, { weights: [] }) as [Operand];
    const [softened] = step("softplus", "activation", [shifted], { function: "softplus" }, { weights: [] });
    const outputs = shifted.dtype === a.dtype ? [0] : [];
    const [decay] = step("decay", "elementwise", [softened, scale], { function: "mul" }, { outputs });
    if (shifted.dtype !== a.dtype) step("narrow", "cast", [decay], { dtype: a.dtype }, { outputs: [0] });
    if (b !== undefined) step("beta", "activation", [b], { function: "sigmoid" }, { outputs: [1] });
  },
});

/**
 * com.microsoft EngramGate: the dot product of normed keys and queries, through a signed root and a sigmoid, as a gate of a value that
 * all hyper-connections share; and that, normed.
 */
export const engramGateOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "EngramGate",
  inputs: { key: "tensor", query: "tensor", value: "tensor", keyScale: "weight", queryScale: "weight", outputScale: "weight?" },
  translate: ({ inputs, step }) => {
    const { key, query, value, keyScale, queryScale, outputScale } = inputs;
    checkDimensions("the key", key, "batch × length × connections × features");
    const [batch, length, , features] = key.shape as [number, number, number, number];
    const norm = (name: string, x: Operand, weight: Operand, outputs: readonly number[] = []): Operand =>
      step(`${name}-norm`, "layer-norm", [x], { kind: "rms", axes: [-1] }, { weights: [weight], outputs })[0]!;
    const operands = [norm("key", key, keyScale), norm("query", query, queryScale)];
    const [dots] = step("dot", "einsum", operands, { equation: "bshd,bshd->bsh" });
    const [signs] = step("sign", "activation", [dots], { function: "sign" });
    const [sizes] = step("size", "activation", [dots], { function: "abs" });
    const [roots] = step("root", "activation", [sizes], { function: "sqrt" });
    const [signed] = step("signed", "elementwise", [signs, roots], { function: "mul" });
    const [opened] = step("sigmoid", "activation", [signed], { function: "sigmoid" }) as [Operand];
    const [gates] = step("gate", "reshape", [opened], { shape: [...opened.shape, 1] });
    const [shared] = step("value", "reshape", [value], { shape: [batch, length, 1, features] });
    const [gated] = step("gated", "elementwise", [gates, shared], { function: "mul" }, { outputs: [0] }) as [Operand];
    if (outputScale !== undefined) norm("output", gated, outputScale, [1]);
  },
});
