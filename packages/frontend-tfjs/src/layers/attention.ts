import { check, type Operand } from "@modelgauge/core";
import { defineTfjsLayer, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/** A projection of Keras' attention layers: an EinsumDense from the last dimension to heads. */
interface Projection {
  readonly name: string;
  readonly heads: number;
  readonly size: number;
}

/**
 * Keras MultiHeadAttention over one axis of steps: query, value and key (the value where it is left out) are projected, attended to,
 * and projected back. https://keras.io/api/layers/attention_layers/multi_head_attention/
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

/** Keras Attention: products of queries and keys, without projections. */
export const attentionLayer: TfjsLayer = defineTfjsLayer({
  className: "Attention",
  translate({ layer: { config }, inputs, weight, add, undescribed }) {
    const [query, value, key = value] = inputs;
    check(query !== undefined && value !== undefined, "takes a query and a value");
    if (config.at("score_mode").text("dot") !== "dot") {
      return undescribed("scores that are no products are not described", [
        { dtype: query.dtype, shape: [...query.shape.slice(0, -1), value.shape.at(-1)!] },
      ]);
    }
    const weights = config.at("use_scale").flag(false) ? [weight("scale", [])] : [];
    add("attention", [query, key, value], { heads: 1 }, { weights });
  },
});

function attention(
  context: TfjsLayerContext,
  {
    heads,
    kvHeads,
    keySize,
    valueSize,
  }: { readonly heads: number; readonly kvHeads: number; readonly keySize: number; readonly valueSize: number },
): void {
  const { layer, inputs, named, step, undescribed } = context;
  const { config } = layer;
  const [query] = inputs;
  const value = named.get("value")?.[0] ?? inputs[1];
  const key = named.get("key")?.[0] ?? inputs[2] ?? value;
  check(query !== undefined && value !== undefined && key !== undefined, "takes a query and a value");
  const axes = config.at("attention_axes");
  const along = axes.isPresent ? (axes.isList ? axes.integers() : [axes.integer()]) : [1];
  if (query.rank !== 3 || along.length !== 1 || along[0] !== 1) {
    return undescribed("attention over other axes than one of steps is not described", [{ dtype: query.dtype, shape: query.shape }]);
  }
  const q = project(context, query, { name: "query", heads, size: keySize });
  const k = project(context, key, { name: "key", heads: kvHeads, size: keySize });
  const v = project(context, value, { name: "value", heads: kvHeads, size: valueSize });
  const causal = callFlag(context, "use_causal_mask");
  const mask = named.get("attention_mask")?.[0];
  const [mixed] = step("attention", "attention", [q, k, v, mask], { heads, kvHeads, causal });
  const outputShape = config.at("output_shape");
  const units = outputShape.isPresent ? (outputShape.isList ? outputShape.integers() : [outputShape.integer()]) : [query.shape[2]!];
  check(units.length === 1, "an output of more than one dimension is not described");
  const bias = config.at("use_bias").flag(true);
  const weights = [
    context.weight("kernel", [heads, valueSize, units[0]!], { under: "attention_output" }),
    ...(bias ? [context.weight("bias", [units[0]!], { under: "attention_output", role: "bias" })] : []),
  ];
  context.add("linear", [mixed], { units: units[0], bias }, { weights });
}

function project({ layer: { config }, weight, step }: TfjsLayerContext, x: Operand, { name, heads, size }: Projection): Operand {
  const bias = config.at("use_bias").flag(true);
  const weights = [
    weight("kernel", [x.shape[2]!, heads, size], { under: name }),
    ...(bias ? [weight("bias", [heads, size], { under: name, role: "bias" })] : []),
  ];
  return step(name, "linear", [x], { units: heads * size, bias }, { weights })[0]!;
}

/** A flag that a call hands over: in Keras 3 under `kwargs`, before as the last of the tensor's entry. */
function callFlag({ call }: TfjsLayerContext, name: string): boolean {
  const keywords = call.isObject ? call.at("kwargs") : call.items()[0]?.items()[3];
  return keywords?.isObject === true && keywords.at(name).value === true;
}
