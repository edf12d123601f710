import { check, formatShape, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { MICROSOFT } from "./domain.ts";

const RULES = { linear: "linear", gated: "gated", delta: "delta", gated_delta: "gated-delta" } as const;

/** com.microsoft LinearAttention: linear attention with a recurrent state; with `state_window`, the last states are given out. */
export const microsoftLinearAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "LinearAttention",
  inputs: { query: "tensor", key: "tensor", value: "tensor", state: "tensor?", decay: "tensor?", beta: "tensor?" },
  translate: ({ node, inputs: { query, key, value, state, decay, beta }, step }) => {
    const slots = node.int("state_window") ?? 0;
    const attributes = {
      rule: ruleOf(node),
      heads: required(node.int("q_num_heads"), "q_num_heads"),
      kvHeads: required(node.int("kv_num_heads"), "kv_num_heads"),
      ...(state && { stateDtype: state.dtype }),
    };
    const options = { count: 2, outputs: slots > 0 ? [0] : [0, 1] };
    const [, after] = step("attention", "linear-attention", [query, key, value, state, decay, beta], attributes, options);
    if (slots > 0) step("states", "expand", [after], { shape: [slots, ...after!.shape] }, { outputs: [1] });
  },
});

/**
 * com.microsoft GatedDeltaNet: linear attention of tokens, [tokens, heads, size] or [B, S, heads, size], in sequences packed one after
 * another; norms of queries and keys, and functions of decay and update rate, may be fused in.
 */
export const gatedDeltaNetOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GatedDeltaNet",
  inputs: {
    query: "tensor",
    key: "tensor",
    value: "tensor",
    ends: "tensor?",
    decay: "tensor?",
    beta: "tensor?",
    state: "tensor?",
    decayRate: "weight?",
    decayBias: "bias?",
    captureCount: "tensor?",
    captureActive: "setting?",
  },
  translate: (context) => {
    const { node, inputs, step } = context;
    const { query, key, value, ends, beta, state } = inputs;
    check(query.rank === 3 || query.rank === 4, () => `the query is ${formatShape(query.shape)}, not tokens × heads × size`);
    check(
      key.rank === query.rank && value.rank === query.rank,
      () => `key and value are ${formatShape(key.shape)} and ${formatShape(value.shape)}`,
    );
    const tokens = query.shape.slice(0, -2);
    const sequence = tokens.length === 2 ? tokens : [1, ...tokens];
    const asSequence = (name: string, x: Operand): Operand => {
      const features = x.shape.slice(tokens.length).reduce((sum, size) => sum * size, 1);
      return step(`${name}-sequence`, "reshape", [x], { shape: [...sequence, features] }, { weights: [] })[0]!;
    };
    const normed = (name: string, x: Operand): Operand =>
      (node.flag("qk_l2_norm") ?? false) ? step(`${name}-norm`, "lp-norm", [x], { axes: [-1] }, { weights: [] })[0]! : x;
    const decay = decayOf(context);
    const rate = beta && node.string("beta_activation") === "sigmoid" ? sigmoid(context, beta) : beta;
    const [heads, keyHeads, valueHeads] = [query, key, value].map(({ shape }) => shape.at(-2)!) as [number, number, number];
    const [keySize, valueSize] = [key.shape.at(-1)!, value.shape.at(-1)!];
    const sequences = {
      query: asSequence("query", normed("query", query)),
      key: asSequence("key", normed("key", key)),
      value: asSequence("value", value),
      decay: decay && asSequence("decay", decay),
      beta: rate && asSequence("beta", rate),
    };
    const attributes = { rule: ruleOf(node), heads, kvHeads: keyHeads, valueHeads, stateDtype: "float32" };
    const operands = [sequences.query, sequences.key, sequences.value, undefined, sequences.decay, sequences.beta];
    const [output, after] = step("attention", "linear-attention", operands, attributes, { count: 2 }) as [Operand, Operand];
    step("output", "reshape", [output], { shape: [...tokens, Math.max(heads, valueHeads), valueSize] }, { outputs: [0] });
    const batch = state?.shape[0] ?? (ends === undefined ? sequence[0]! : Math.max(0, ends.shape[0]! - 1));
    const [final] = step("final", "transpose", [after], { permutation: [0, 1, 3, 2] });
    step("state", "expand", [final], { shape: [batch, valueHeads, valueSize, keySize] }, { outputs: [1] });
    if (node.hasOutput(2)) addUpdate(context, sequences, batch);
  },
});

/** Gives out the decays, keys and values of the first tokens of each sequence, one after another. */
function addUpdate(
  { node, step, constant }: OnnxContext,
  { decay, key, value }: { readonly decay: Operand | undefined; readonly key: Operand; readonly value: Operand },
  batch: number,
): void {
  check(decay !== undefined, "state updates take a decay");
  const capacity = node.int("state_update_capacity") ?? 0;
  const [factors] = step("factors", "concat", [decay, key, value], { axis: -1 }) as [Operand];
  const features = factors.shape.at(-1)!;
  const [flat] = step("factors-of-tokens", "reshape", [factors], { shape: [-1, features] });
  const [captured] = step("captured", "restore-padding", [flat, constant("int32", [batch, capacity])]);
  step("update", "reshape", [captured], { shape: [batch, capacity * features] }, { outputs: [2] });
}

function ruleOf(node: OnnxNode): string {
  return RULES[node.word("update_rule", ["linear", "gated", "delta", "gated_delta"]) ?? "gated_delta"];
}

/** The decay as it is, or −exp(rate) · softplus(decay + bias). */
function decayOf({ node, inputs, step }: OnnxContext): Operand | undefined {
  const { decay, decayRate, decayBias } = inputs as Readonly<Record<"decay" | "decayRate" | "decayBias", Operand | undefined>>;
  if (decay === undefined || (node.string("gate_activation") ?? "none") === "none") return decay;
  check(decayRate !== undefined && decayBias !== undefined, "gate_activation takes a_log and dt_bias");
  const [shifted] = step("decay-bias", "elementwise", [decay, decayBias], { function: "add" }, { weights: [] });
  const [softened] = step("decay-softplus", "activation", [shifted], { function: "softplus" }, { weights: [] });
  const [rate] = step("decay-rate", "activation", [decayRate], { function: "exp" }, { weights: [] });
  const [negative] = step("negative-rate", "activation", [rate], { function: "neg" }, { weights: [] });
  return step("decay", "elementwise", [softened, negative], { function: "mul" }, { weights: [] })[0];
}

function sigmoid({ step }: OnnxContext, beta: Operand): Operand {
  return step("beta", "activation", [beta], { function: "sigmoid" }, { weights: [] })[0]!;
}
