import { check } from "@modelgauge/core";
import { addFused, fusedOps } from "../graph/fused-ops.ts";
import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** MatMul, and products of batches of matrices, whose leading dimensions broadcast. */
export const matmulOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { MatMul: ["transpose_a", "transpose_b"], BatchMatMul: ["adj_x", "adj_y"], BatchMatMulV2: ["adj_x", "adj_y"] } as const,
  inputs: { a: "tensor", b: "weight" },
  translate({ node, inputs: { a, b }, add }, [transposeA, transposeB]) {
    add("matmul", [a, b], { transposeA: node.flag(transposeA, false), transposeB: node.flag(transposeB, false) });
  },
});

/** _FusedMatMul: a product with a bias and an activation function. */
export const fusedMatmulOp: TfjsOp = defineTfjsOp({
  op: "_FusedMatMul",
  inputs: { a: "tensor", b: "weight", bias: "bias?", slope: "weight?", more: "tensors" },
  translate(context) {
    const { node, inputs } = context;
    const { a, b, bias, slope } = inputs;
    const fused = fusedOps(context);
    check(!fused.norm, "a product has no batch normalisation fused to it");
    check(!fused.bias || bias !== undefined, "its bias is missing");
    const operands = fused.bias ? [a, b, bias!] : [a, b];
    const attributes = { transposeA: node.flag("transpose_a", false), transposeB: node.flag("transpose_b", false) };
    addFused(context, fused, { type: "matmul", inputs: operands, attributes, slope });
  },
});

/** Einsum. */
export const einsumOp: TfjsOp = defineTfjsOp({
  op: "Einsum",
  inputs: { tensors: "tensors" },
  translate: ({ node, inputs: { tensors }, add }) => add("einsum", tensors, { equation: node.string("equation") }),
});

/** Transpose by a permutation. */
export const transposeOp: TfjsOp = defineTfjsOp({
  op: "Transpose",
  inputs: { x: "tensor", permutation: "setting?" },
  translate({ inputs: { x, permutation }, add, undescribed }) {
    if (permutation !== undefined && permutation.numbers === undefined) return undescribed(unknownValues(permutation));
    add("transpose", [x], permutation?.numbers && { permutation: permutation.numbers });
  },
});

/** MatrixBandPart: a band of diagonals; a negative number keeps the whole triangle. */
export const matrixBandPartOp: TfjsOp = defineTfjsOp({
  op: "MatrixBandPart",
  inputs: { input: "tensor", lower: "setting", upper: "setting" },
  translate({ inputs: { input, lower, upper }, add }) {
    const [below, above] = [lower.number, upper.number];
    add("triangular", [input], {
      ...(below !== undefined && below >= 0 && { from: -below }),
      ...(above !== undefined && above >= 0 && { to: above }),
    });
  },
});
