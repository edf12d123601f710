import { check, type DType, formatShape, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import type { Link } from "./chain.ts";

/** The matrices of a Gemm: A·B + C. */
export interface GemmOperands {
  readonly a: Operand;
  readonly b: Operand;
  readonly c: Operand | undefined;
}

/**
 * The product of a Gemm, by the attributes `transA` and `transB`; the factors are part of it, as in a BLAS. With a stored B it is a fully
 * connected layer.
 *
 * @param dtype dtype of the output, where it is not A's
 * @throws ModelGaugeError `invalid-layer` when A and B do not fit together
 */
export function gemmLink(node: OnnxNode, { a, b, c }: GemmOperands, dtype?: DType): Link {
  check(a.rank === 2 && b.rank === 2, () => `A and B are matrices, not ${formatShape(a.shape)} and ${formatShape(b.shape)}`);
  const transposeA = node.flag("transA") ?? false;
  const transposeB = node.flag("transB") ?? false;
  const output = dtype === undefined ? {} : { dtype };
  const isLayer = b.tensor.stored && !transposeA && (c === undefined || c.tensor.stored);
  if (!isLayer) return { name: "product", type: "matmul", attributes: { transposeA, transposeB, ...output }, inputs: () => [a, b, c] };
  const [units, expected] = transposeB ? [b.shape[0], b.shape[1]] : [b.shape[1], b.shape[0]];
  check(a.shape[1] === expected, () => `A has ${a.shape[1]} columns, B expects ${expected}`);
  return { name: "product", type: "linear", attributes: { units, bias: c !== undefined, ...output } };
}
