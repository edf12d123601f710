import { check, formatShape, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { attend } from "./cached-attention.ts";
import { MICROSOFT } from "./domain.ts";

/**
 * com.microsoft DecoderAttention: attention of sequences with the steps outermost, [S, B, features], to themselves or to another; keys and
 * values may come from a cache. Inputs tell what it does, and must be known.
 */
export const decoderAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DecoderAttention",
  inputs: {
    query: "tensor",
    key: "tensor",
    queryWeight: "weight",
    keyValueWeight: "weight",
    bias: "bias",
    mask: "tensor?",
    keyCache: "tensor?",
    valueCache: "tensor?",
    crosses: "setting",
    usesPast: "setting",
    hasLayerState: "setting",
    hasMask: "setting",
  },
  translate: (context) => {
    const { node, inputs, step, add, undescribed } = context;
    const { query, key, queryWeight, keyValueWeight, bias, mask, keyCache, valueCache } = inputs;
    check(
      query.rank === 3 && key.rank === 3,
      () => `query and key are ${formatShape(query.shape)} and ${formatShape(key.shape)}, not length × batch × features`,
    );
    const [crosses, usesPast, hasMask] = [inputs.crosses.number, inputs.usesPast.number, inputs.hasMask.number];
    if (crosses === undefined || usesPast === undefined) {
      const output = { dtype: query.dtype, shape: query.shape };
      return undescribed("whether it attends to another sequence, and uses its cache, is not known", { outputs: [output] });
    }
    const units = query.shape[2]!;
    const project = (name: string, x: Operand, weights: readonly Operand[]): Operand => {
      const [projected] = step(name, "linear", [x], { units, bias: true }, { weights });
      return step(`${name}-samples`, "transpose", [projected], { permutation: [1, 0, 2] }, { weights: [] })[0]!;
    };
    const queries = project("query", query, [queryWeight, bias]);
    const past = usesPast === 1 && keyCache !== undefined && valueCache !== undefined ? { key: keyCache, value: valueCache } : undefined;
    // Keys and values of another sequence stay as they are from step to step.
    const reused = crosses === 1 ? past : undefined;
    const source = crosses === 1 ? key : query;
    const keys = reused?.key ?? project("key", source, [keyValueWeight]);
    const values = reused?.value ?? project("value", source, []);
    const before = crosses === 1 ? undefined : past;
    const { output } = attend(
      context,
      { query: queries, key: keys, value: values },
      {
        heads: required(node.int("num_heads"), "num_heads"),
        cache: { key: before?.key, value: before?.value, inPlace: false, kept: node.hasOutput(1) || node.hasOutput(2), outputs: [1, 2] },
        mask: hasMask === 0 ? undefined : mask,
        bias: undefined,
        goesOn: true,
      },
    );
    add("transpose", [output], { permutation: [1, 0, 2] }, { outputs: [0] });
  },
});
