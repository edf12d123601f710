import type { BodyOptions } from "../operator.ts";
import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx.preview FlexAttention, version 1: attention whose scores and probabilities go through graphs of the model.
 * https://onnx.ai/onnx/operators/onnx_aionnxpreview_FlexAttention.html
 */
export const flexAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.preview",
  operator: "FlexAttention",
  inputs: { query: "tensor", key: "tensor", value: "tensor" },
  translate: ({ node, inputs: { query, key, value }, subgraph, add }) => {
    check(
      query.rank === 4 && key.rank === 4,
      () => `Q is ${formatShape(query.shape)}, K ${formatShape(key.shape)}: 4 dimensions are expected`,
    );
    const [batch, heads, queries] = query.shape;
    const scores = { type: { dtype: query.dtype, shape: [batch!, heads!, queries!, key.shape[2]!] }, status: query.status };
    const bodies = ["score_mod", "prob_mod"].flatMap((name): BodyOptions[] =>
      node.has(name) ? [{ name, graph: subgraph(name, [scores]), runs: 1 }] : [],
    );
    add("attention", [query, key, value], { heads, kvHeads: key.shape[1], layout: "heads" }, { bodies });
  },
});
