import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Attention, since version 23: heads packed in the last of 3 dimensions, or the second of 4.
 * https://onnx.ai/onnx/operators/onnx__Attention.html
 */
export const attentionOperator: OnnxOperator = defineOnnxOperator({
  operator: "Attention",
  inputs: {
    query: "tensor",
    key: "tensor",
    value: "tensor",
    mask: "tensor?",
    pastKey: "tensor?",
    pastValue: "tensor?",
    keyLengths: "setting?",
  },
  translate: ({ node, inputs: { query, key, value, mask, pastKey, pastValue }, add }) => {
    check(query.rank === 3 || query.rank === 4, () => `Q is ${formatShape(query.shape)}: 3 or 4 dimensions are expected`);
    const packed = query.rank === 3;
    const heads = packed ? node.int("q_num_heads") : query.shape[1];
    check(heads !== undefined, "attribute q_num_heads is missing");
    const kvHeads = packed ? (node.int("kv_num_heads") ?? heads) : key.shape[1];
    const present = node.hasOutput(1) || node.hasOutput(2);
    const scores = node.hasOutput(3);
    add(
      "attention",
      [query, key, value, mask, pastKey, pastValue],
      {
        heads,
        kvHeads,
        layout: packed ? "packed" : "heads",
        causal: node.flag("is_causal") ?? false,
        softcap: (node.float("softcap") ?? 0) !== 0,
        present,
        scores,
      },
      { outputs: [0, ...(present ? [1, 2] : []), ...(scores ? [3] : [])] },
    );
  },
});
