import { check, type Operand, operandOf, product } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { callFlag } from "../keras/call-flag.ts";
import { axesOf } from "../keras/config.ts";
import { defineTfjsLayer, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
import { additiveAttention, sumOfFeatures } from "./additive-attention.ts";

/** A projection of Keras' attention layers: an EinsumDense from the last dimension to heads. */
interface Projection {
  readonly name: string;
  readonly heads: number;
  readonly size: number;
}

/**
 * Keras MultiHeadAttention over one axis of steps, or several: query, value and key (the value where it is left out) are projected,
 * attended to, and projected back. https://keras.io/api/layers/attention_layers/multi_head_attention/
 */
export const multiHeadAttentionLayer: TfjsLayer = defineTfjsLayer({
  className: "MultiHeadAttention",
  translate(context) {
    const { config } = context.layer;
    const heads = config.at("num_heads").integer();
    const keySize = config.at("key_dim").integer();
    attention(context, { heads, kvHeads: heads, keySize, valueSize: config.at("value_dim").integer(keySize) });
  },
});

/** Keras GroupedQueryAttention: several query heads share a key and value head. */
export const groupedQueryAttentionLayer: TfjsLayer = defineTfjsLayer({
  className: "GroupQueryAttention",
  translate(context) {
    const { config } = context.layer;
    const size = config.at("head_dim").integer();
    attention(context, {
      heads: config.at("num_query_heads").integer(),
      kvHeads: config.at("num_key_value_heads").integer(),
      keySize: size,
      valueSize: size,
    });
  },
});

/**
 * Keras Attention, without projections: by products of queries and keys or, with `score_mode` "concat", by tanh of their sums.
 * https://keras.io/api/layers/attention_layers/attention/
 */
export const attentionLayer: TfjsLayer = defineTfjsLayer({
  className: "Attention",
  translate(context) {
    const { layer, inputs, weight, step, add } = context;
    const scale = layer.config.at("use_scale").flag(false) ? weight("scale", []) : undefined;
    if (layer.config.at("score_mode").word(["dot", "concat"], "dot") === "dot") {
      const [query, value, key = value] = inputs;
      check(query !== undefined && value !== undefined && key !== undefined, "takes a query and a value");
      const weights = scale ? [scale] : [];
      if (!callFlag(context, "return_attention_scores")) return add("attention", [query, key, value], { heads: 1 }, { weights });
      const [mixed, scores] = step("attention", "attention", [query, key, value], { heads: 1, scores: true }, { weights, count: 2 });
      step("scores", "reshape", [scores], { shape: [query.shape[0]!, query.shape[1]!, key.shape[1]!] }, { outputs: [1] });
      return add("identity", [mixed]);
    }
    additiveAttention(context, (sums) => {
      const [scaled] = scale ? step("scaled", "elementwise", [sums, operandOf(scale)], { function: "mul" }) : [sums];
      const [bent] = step("tanh", "activation", [scaled], { function: "tanh" });
      const factor = operandOf(weight("concat_score_weight", []));
      return step("scores", "elementwise", [sumOfFeatures(context, bent!), factor], { function: "mul" })[0]!;
    });
  },
});

/** How many heads there are, and their sizes. */
interface Heads {
  readonly heads: number;
  readonly kvHeads: number;
  readonly keySize: number;
  readonly valueSize: number;
}

/** Dimensions of a tensor by what attention takes them for; the last are features. */
interface AttendedAxes {
  /** Along which each query sees all keys. */
  readonly along: readonly number[];
  /** Which stay apart, as samples do. */
  readonly apart: readonly number[];
}

function attention(context: TfjsLayerContext, { heads, kvHeads, keySize, valueSize }: Heads): void {
  const { layer, inputs, named, step, add } = context;
  const { config } = layer;
  const [query] = inputs;
  const value = named.get("value")?.[0] ?? inputs[1];
  const key = named.get("key")?.[0] ?? inputs[2] ?? value;
  check(query !== undefined && value !== undefined && key !== undefined, "takes a query and a value");
  check(query.rank >= 3 && value.rank === query.rank && key.rank === query.rank, "query, key and value have steps, and as many dimensions");
  const axes = attendedAxes(config.at("attention_axes"), query.rank);
  const attended = (x: Operand, name: string): Operand => asSteps(context, x, axes, name);
  const q = attended(project(context, query, { name: "query", heads, size: keySize }), "query");
  const k = attended(project(context, key, { name: "key", heads: kvHeads, size: keySize }), "key");
  const v = attended(project(context, value, { name: "value", heads: kvHeads, size: valueSize }), "value");
  const causal = callFlag(context, "use_causal_mask");
  const scores = callFlag(context, "return_attention_scores");
  const mask = named.get("attention_mask")?.[0];
  const attributes = { heads, kvHeads, causal, scores };
  const flat = query.rank > 3;
  const [mixed, weights] = step("attention", "attention", [q, k, v, mask], attributes, {
    outputs: [undefined, ...(scores ? [flat ? undefined : 1] : [])],
  });
  if (flat && weights !== undefined) {
    const sizes = (x: Operand, of: readonly number[]): readonly number[] => of.map((axis) => x.shape[axis]!);
    const shape = [...sizes(query, axes.apart), heads, ...sizes(query, axes.along), ...sizes(key, axes.along)];
    add("reshape", [weights], { shape }, { outputs: [1] });
  }
  const placed = fromSteps(context, mixed!, query.shape.toSpliced(-1, 1, heads * valueSize), axes);
  const gated = config.at("use_gate").flag(false) ? gate(context, query, placed, { heads, size: valueSize }) : placed;
  projectBack(context, gated, { heads, valueSize, features: query.shape.at(-1)! });
}

/** `attention_axes` count from the batch, or, negative, from the features; default: all between the two. */
function attendedAxes(told: JsonValue, rank: number): AttendedAxes {
  const between = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
  const along = axesOf(told, between).map((axis) => (axis < 0 ? rank - 1 + axis : axis));
  check(
    along.every((axis) => between.includes(axis)),
    () => `attention_axes are ${along.join(", ")}, of ${between.join(", ")} that there are`,
  );
  return { along, apart: [0, ...between].filter((axis) => !along.includes(axis)) };
}

/** The axes in the order that attention has them in: those that stay apart, those that are attended along, features. */
function stepsLast({ along, apart }: AttendedAxes): readonly number[] {
  return [...apart, ...along, apart.length + along.length];
}

/** [batch, …, features] → [samples, steps, features]. */
function asSteps({ step }: TfjsLayerContext, x: Operand, axes: AttendedAxes, name: string): Operand {
  const order = stepsLast(axes);
  const [ordered] = isInOrder(order) ? [x] : step(`${name}-axes`, "transpose", [x], { permutation: order });
  if (x.rank === 3) return ordered!;
  const samples = axes.apart.map((axis) => x.shape[axis]!);
  const steps = axes.along.map((axis) => x.shape[axis]!);
  return step(`${name}-steps`, "reshape", [ordered], { shape: [product(samples), product(steps), x.shape.at(-1)!] })[0]!;
}

/** [samples, steps, features] → a shape. */
function fromSteps({ step }: TfjsLayerContext, x: Operand, shape: readonly number[], axes: AttendedAxes): Operand {
  const order = stepsLast(axes);
  const [apart] = shape.length === 3 ? [x] : step("apart", "reshape", [x], { shape: order.map((axis) => shape[axis]!) });
  if (isInOrder(order)) return apart!;
  return step("axes", "transpose", [apart], { permutation: order.map((_, axis) => order.indexOf(axis)) })[0]!;
}

function isInOrder(axes: readonly number[]): boolean {
  return axes.every((axis, position) => axis === position);
}

/** What is attended to, weighed by the sigmoid of a projection of the query. */
function gate(context: TfjsLayerContext, query: Operand, x: Operand, { heads, size }: Omit<Projection, "name">): Operand {
  const projected = project(context, query, { name: "gate", heads, size });
  const [open] = context.step("gate-sigmoid", "activation", [projected], { function: "sigmoid" });
  return context.step("gated", "elementwise", [x, open], { function: "mul" })[0]!;
}

/** All heads of a step to features, as many as a query's where `output_shape` does not say. */
function projectBack(
  { layer: { config }, weight, step, add }: TfjsLayerContext,
  x: Operand,
  { heads, valueSize, features }: Pick<Heads, "heads" | "valueSize"> & { readonly features: number },
): void {
  const sizes = axesOf(config.at("output_shape"), [features]);
  const units = product(sizes);
  const bias = config.at("use_bias").flag(true);
  const weights = [
    weight("kernel", [heads, valueSize, ...sizes], { under: "attention_output" }),
    ...(bias ? [weight("bias", sizes, { under: "attention_output", role: "bias" })] : []),
  ];
  if (sizes.length === 1) return add("linear", [x], { units, bias }, { weights });
  const [output] = step("attention_output", "linear", [x], { units, bias }, { weights });
  add("reshape", [output], { shape: [...x.shape.slice(0, -1), ...sizes] });
}

function project({ layer: { config }, weight, step }: TfjsLayerContext, x: Operand, { name, heads, size }: Projection): Operand {
  const bias = config.at("use_bias").flag(true);
  const weights = [
    weight("kernel", [x.shape.at(-1)!, heads, size], { under: name }),
    ...(bias ? [weight("bias", [heads, size], { under: name, role: "bias" })] : []),
  ];
  return step(name, "linear", [x], { units: heads * size, bias }, { weights })[0]!;
}
