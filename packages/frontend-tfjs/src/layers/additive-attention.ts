import { check, operandOf, type Operand } from "@modelgauge/core";
import { callFlag } from "../keras/call-flag.ts";
import { defineTfjsLayer, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/**
 * Keras AdditiveAttention (Bahdanau et al., 2015): the score of a query and a key is the sum of scale · tanh(query + key) over their
 * features. https://keras.io/api/layers/attention_layers/additive_attention/
 */
export const additiveAttentionLayer: TfjsLayer = defineTfjsLayer({
  className: "AdditiveAttention",
  translate(context) {
    const { layer, weight, step } = context;
    const scales = layer.config.at("use_scale").flag(true);
    additiveAttention(context, (sums) => {
      const [bent] = step("tanh", "activation", [sums], { function: "tanh" });
      if (!scales) return sumOfFeatures(context, bent!);
      const scale = operandOf(weight("scale", [sums.shape.at(-1)!]));
      return sumOfFeatures(context, step("scaled", "elementwise", [bent, scale], { function: "mul" })[0]!);
    });
  },
});

/** The sum over the last dimension. */
export function sumOfFeatures({ step }: TfjsLayerContext, x: Operand): Operand {
  return step("sum", "reduce", [x], { function: "sum", axes: [-1] })[0]!;
}

/**
 * Attention to values by scores of sums of queries and keys.
 *
 * @param scored sums, [batch, queries, keys, features] → scores, [batch, queries, keys]
 */
export function additiveAttention(context: TfjsLayerContext, scored: (sums: Operand) => Operand): void {
  const { inputs, step, add } = context;
  const [query, value, key = value] = inputs;
  check(query?.rank === 3 && value?.rank === 3 && key?.rank === 3, "takes a query and a value of 3 dimensions (batch, steps, features)");
  const [batch, queries, features] = query.shape as readonly [number, number, number];
  const [rows] = step("queries", "reshape", [query], { shape: [batch, queries, 1, features] });
  const [columns] = step("keys", "reshape", [key], { shape: [key.shape[0]!, 1, key.shape[1]!, key.shape[2]!] });
  const [sums] = step("sums", "elementwise", [rows, columns], { function: "add" });
  const outputs = callFlag(context, "return_attention_scores") ? [1] : [];
  const [weights] = step("softmax", "softmax", [scored(sums!)], {}, { outputs });
  add("matmul", [weights, value]);
}
