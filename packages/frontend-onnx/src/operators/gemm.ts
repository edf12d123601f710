import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Gemm, since version 1: α·A·B + β·C. With a stored B it is a fully connected layer.
 * https://onnx.ai/onnx/operators/onnx__Gemm.html
 */
export const gemmOperator: OnnxOperator = defineOnnxOperator({
  operator: "Gemm",
  inputs: { a: "factor", b: "factor", c: "bias?" },
  translate: ({ node, inputs: { a, b, c }, add }) => {
    check(a.rank === 2 && b.rank === 2, () => `A and B are matrices, not ${formatShape(a.shape)} and ${formatShape(b.shape)}`);
    const transposeA = node.flag("transA") ?? false;
    const transposeB = node.flag("transB") ?? false;
    const [units, expected] = transposeB ? [b.shape[0], b.shape[1]] : [b.shape[1], b.shape[0]];
    const isLayer = b.tensor.stored && !transposeA && (c === undefined || c.tensor.stored);
    if (!isLayer) return add("matmul", [a, b, c], { transposeA, transposeB });
    check(a.shape[1] === expected, () => `A has ${a.shape[1]} columns, B expects ${expected}`);
    add("linear", [a], { units, bias: c !== undefined });
  },
});
