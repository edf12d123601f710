import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

const RULES = { linear: "linear", gated: "gated", delta: "delta", gated_delta: "gated-delta" } as const;

/** ai.onnx LinearAttention, since version 27. https://onnx.ai/onnx/operators/onnx__LinearAttention.html */
export const linearAttentionOperator: OnnxOperator = defineOnnxOperator({
  operator: "LinearAttention",
  inputs: { query: "tensor", key: "tensor", value: "tensor", state: "tensor?", decay: "tensor?", beta: "tensor?" },
  translate: ({ node, inputs: { query, key, value, state, decay, beta }, add }) => {
    const heads = node.int("q_num_heads");
    check(heads !== undefined, "attribute q_num_heads is missing");
    add("linear-attention", [query, key, value, state, decay, beta], {
      rule: RULES[node.word("update_rule", ["linear", "gated", "delta", "gated_delta"]) ?? "gated_delta"],
      heads,
      kvHeads: node.int("kv_num_heads") ?? heads,
      ...(state && { stateDtype: state.dtype }),
    });
  },
});
