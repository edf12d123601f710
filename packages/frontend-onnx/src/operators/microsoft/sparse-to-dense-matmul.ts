import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft SparseToDenseMatMul: the product of a sparse and a dense matrix. As if both were dense, an upper bound. */
export const sparseToDenseMatMulOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "SparseToDenseMatMul",
  inputs: { a: "tensor", b: "tensor" },
  translate: ({ node, inputs: { a, b }, add }) =>
    add("matmul", [a, b], { transposeA: node.flag("transA") ?? false, transposeB: node.flag("transB") ?? false }, { status: "at-most" }),
});
