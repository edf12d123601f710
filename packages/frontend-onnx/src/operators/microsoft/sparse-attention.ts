import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { MICROSOFT } from "./domain.ts";
import { unmerged } from "./projection.ts";
import { rotated } from "./rotary.ts";

/**
 * com.microsoft SparseAttention: causal attention to some blocks of a cache, which is written in place. As if each query saw all keys, an
 * upper bound: which blocks it sees is data.
 */
export const sparseAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "SparseAttention",
  inputs: {
    query: "tensor",
    key: "tensor?",
    value: "tensor?",
    pastKey: "tensor",
    pastValue: "tensor",
    blockRows: "setting",
    blockColumns: "setting",
    totalLength: "setting",
    keyLengths: "setting",
    cos: "setting?",
    sin: "setting?",
  },
  translate: (context) => {
    const { node, inputs, step } = context;
    const heads = required(node.int("num_heads"), "num_heads");
    const kvHeads = required(node.int("kv_num_heads"), "kv_num_heads");
    const { query, key, value, pastKey, pastValue, totalLength, cos, sin } = inputs;
    const size = pastKey.shape[3] ?? 0;
    check((key === undefined) === (value === undefined), "key and value come together");
    const apart =
      key !== undefined && value !== undefined
        ? { query, key, value }
        : unmerged(context, query, [heads * size, kvHeads * size, kvHeads * size]);
    const turns = (node.flag("do_rotary") ?? false) && cos !== undefined && sin !== undefined;
    const projections = turns ? rotated(context, apart, { heads, kvHeads }, { cos, sin, size: 2 * (cos.shape[1] ?? 0) }) : apart;
    const length = totalLength.number ?? pastKey.shape[2]!;
    const cached = (name: "key" | "value", output: number) =>
      step(
        `${name}-cache`,
        "kv-cache",
        [projections[name], name === "key" ? pastKey : pastValue],
        { heads: kvHeads, inPlace: true, length },
        { count: 2, outputs: [output], weights: [] },
      )[1];
    const keys = cached("key", 1);
    const values = cached("value", 2);
    step("attention", "packed-attention", [projections.query, keys, values], { heads, kvHeads, longest: length }, { outputs: [0] });
  },
});
