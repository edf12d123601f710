import type { OnnxNode } from "../onnx-node.ts";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/**
 * ai.onnx RandomNormal, RandomUniform, since version 1: of the shape and dtype that attributes tell.
 * https://onnx.ai/onnx/operators/onnx__RandomNormal.html
 */
export const randomOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { RandomNormal: "normal", RandomUniform: "uniform" } as const,
  inputs: {},
  translate: ({ node, add }, distribution) =>
    add("random", [], {
      shape: required(node.ints("shape"), "shape"),
      dtype: node.dtype("dtype") ?? "float32",
      distribution,
      scaled: isScaled(node),
    }),
});

/**
 * ai.onnx RandomNormalLike, RandomUniformLike, since version 1: of the input's shape.
 * https://onnx.ai/onnx/operators/onnx__RandomNormalLike.html
 */
export const randomLikeOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { RandomNormalLike: "normal", RandomUniformLike: "uniform" } as const,
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }, distribution) =>
    add("random", [], { shape: input.shape, dtype: node.dtype("dtype") ?? input.dtype, distribution, scaled: isScaled(node) }),
});

function isScaled(node: OnnxNode): boolean {
  return (
    (node.float("mean") ?? 0) !== 0 || (node.float("scale") ?? 1) !== 1 || (node.float("low") ?? 0) !== 0 || (node.float("high") ?? 1) !== 1
  );
}
