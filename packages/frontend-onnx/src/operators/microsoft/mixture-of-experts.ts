import { check, type DType, formatShape, product, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";
import { integerOf, packedWeight } from "./packed-weight.ts";
import { there } from "./there.ts";

/** com.microsoft MoE: a mixture of experts. The experts that each token runs through count, `k` of them. */
export const moeOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MoE",
  inputs: {
    input: "tensor",
    scores: "tensor",
    up: "weight",
    upBias: "bias?",
    down: "weight",
    downBias: "bias?",
    gate: "weight?",
    gateBias: "bias?",
  },
  translate: (context) => {
    const { up, upBias, down, downBias, gate, gateBias } = context.inputs;
    addExperts(context, { up, upBias, down, gate }, there(up, upBias, down, downBias, gate, gateBias));
  },
});

/**
 * com.microsoft QMoE: MoE with quantised weights, which are dequantised into the dtype of the input, at which the products count. Weights
 * of less than 8 bits are packed into bytes.
 */
export const qMoeOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QMoE",
  inputs: {
    input: "tensor",
    scores: "tensor",
    up: "weight",
    upScales: "setting?",
    upBias: "bias?",
    down: "weight",
    downScales: "setting?",
    downBias: "bias?",
    gate: "weight?",
    gateScales: "setting?",
    gateBias: "bias?",
    upZeroPoints: "setting?",
    downZeroPoints: "setting?",
    gateZeroPoints: "setting?",
    mixingWeights: "tensor?",
    upGlobalScale: "setting?",
    downGlobalScale: "setting?",
    upInputScale: "setting?",
    downInputScale: "setting?",
    upInputBlockScale: "setting?",
    downInputBlockScale: "setting?",
  },
  translate: (context) => {
    const { node, inputs, operands } = context;
    const { input } = inputs;
    const hidden = input.shape.at(-1) ?? 0;
    const meant = (weight: Operand): Operand => unpackedExperts(node, weight, hidden);
    const [up, down, gate] = [meant(inputs.up), meant(inputs.down), inputs.gate && meant(inputs.gate)];
    const packed: readonly (Operand | undefined)[] = [input, inputs.scores, inputs.mixingWeights, inputs.up, inputs.down, inputs.gate];
    const others = operands.filter((operand) => operand !== undefined && !packed.includes(operand));
    addExperts(context, { up, upBias: inputs.upBias, down, gate }, there(up, down, gate, ...others));
  },
});

interface ExpertWeights {
  readonly up: Operand;
  readonly upBias: Operand | undefined;
  readonly down: Operand;
  readonly gate: Operand | undefined;
}

const FUNCTIONS: Readonly<Record<string, string>> = { relu: "relu", gelu: "gelu", silu: "swish", swiglu: "swish" };

function addExperts(context: OnnxContext, { up, upBias, down, gate }: ExpertWeights, weights: readonly Operand[]): void {
  const { node, operands, step, add } = context;
  const [input, scores] = operands as readonly [Operand, Operand];
  check(input.rank >= 1, "the input has no features");
  checkDimensions("the first weight", up, "experts × rows × columns");
  checkDimensions("the second weight", down, "experts × rows × columns");
  const [experts, hidden] = [up.shape[0]!, input.shape.at(-1)!];
  const kind = node.word("activation_type", ["relu", "gelu", "silu", "swiglu", "identity"]) ?? "relu";
  const fused = kind === "swiglu" && (node.int("swiglu_fusion") ?? 0) > 0;
  const rows = product(up.shape.slice(1)) / hidden;
  const units = fused ? rows / 2 : rows;
  check(Number.isInteger(units), () => `weights of ${formatShape(up.shape)} do not belong to ${hidden} features`);
  const held = product(down.shape.slice(1));
  check(held === units * hidden, () => `the second weight is ${formatShape(down.shape)}, not ${experts} × ${hidden} × ${units}`);
  const tokens = product(input.shape.slice(0, -1));
  const [aligned] = scores.rank === 2 ? [scores] : step("scores", "reshape", [scores], { shape: [tokens, experts] }, { weights: [] });
  add(
    "experts",
    [input, aligned],
    {
      experts,
      active: node.int("k") ?? 1,
      units,
      ...(kind !== "identity" && { function: FUNCTIONS[kind] }),
      gated: fused || gate !== undefined,
      bias: upBias !== undefined,
      weightDtype: up.dtype,
    },
    { weights },
  );
}

/** The weights [experts, rows, columns / elements a byte] as the elements that they mean. */
function unpackedExperts(node: OnnxNode, weight: Operand, hidden: number): Operand {
  const [experts, rows, columns] = weight.shape as readonly [number, number, number];
  checkDimensions("the weight", weight, "experts × rows × columns");
  const quantization = node.word("quant_type", ["int", "fp4", "nvfp4", "fp8", "wfp4afp8"]) ?? "int";
  if (quantization === "fp8" || hidden === 0) return weight;
  const bits = quantization === "int" ? (node.int("expert_weight_bits") ?? 4) : 4;
  check([2, 4, 8].includes(bits), () => `attribute expert_weight_bits is ${bits}, not 2, 4 or 8`);
  const dtype: DType = quantization === "int" ? integerOf(bits) : "float4e2m1";
  return packedWeight(weight, dtype, [experts, rows, columns * (8 / bits)]);
}
