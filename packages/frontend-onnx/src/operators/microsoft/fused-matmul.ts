import { check, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperators, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { addChain } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";
import { fusedActivation } from "./fused-activation.ts";

/**
 * com.microsoft FusedMatMul, its older name TransposeMatMul, and FusedMatMulActivation: α·A·B, and a function of it. The factor is part
 * of the product, as in a BLAS.
 */
export const fusedMatMulOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: MICROSOFT,
  operators: { FusedMatMul: false, TransposeMatMul: false, FusedMatMulActivation: true },
  inputs: { a: "factor", b: "factor" },
  translate: (context, activated) => {
    const { node, inputs } = context;
    const a = batchTransposed("A", inputs.a, context);
    const b = batchTransposed("B", inputs.b, context);
    const attributes = { transposeA: transposed(node, "transA", a), transposeB: transposed(node, "transB", b) };
    const activation = activated ? fusedActivation(node) : undefined;
    addChain(context, a, { name: "product", type: "matmul", attributes, inputs: () => [a, b] }, activation);
  },
});

/** A vector is never transposed. */
function transposed(node: OnnxNode, attribute: string, { rank }: Operand): boolean {
  return rank > 1 && (node.flag(attribute) ?? false);
}

/** With `transBatchA`, `transBatchB`, the rows are the first dimension, before those of the batch. */
function batchTransposed(name: "A" | "B", operand: Operand, { node, step }: OnnxContext): Operand {
  const { rank } = operand;
  if (!(node.flag(`transBatch${name}`) ?? false)) return operand;
  check(rank >= 3, () => `${name} has ${rank} dimensions, and no batch to transpose`);
  const permutation = [...Array.from({ length: rank - 2 }, (_, axis) => axis + 1), 0, rank - 1];
  return step(`transpose-${name.toLowerCase()}`, "transpose", [operand], { permutation }, { weights: [] })[0]!;
}
