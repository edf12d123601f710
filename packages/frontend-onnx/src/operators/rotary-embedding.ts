import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx RotaryEmbedding, since version 23. https://onnx.ai/onnx/operators/onnx__RotaryEmbedding.html */
export const rotaryEmbeddingOperator: OnnxOperator = defineOnnxOperator({
  operator: "RotaryEmbedding",
  inputs: { x: "tensor", cos: "setting", sin: "setting", positions: "tensor?" },
  translate: ({ node, inputs: { x, cos, sin, positions }, add }) => {
    const heads = x.rank === 3 ? node.int("num_heads") : undefined;
    const size = node.int("rotary_embedding_dim") ?? 0;
    add("rotary-embedding", [x, cos, sin, positions], { ...(heads !== undefined && { heads }), ...(size > 0 && { size }) });
  },
});
