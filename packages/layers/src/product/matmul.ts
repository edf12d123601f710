import {
  addWork,
  bitsOf,
  broadcast,
  check,
  defineLayerType,
  formatShape,
  isInteger,
  type LayerType,
  type MatrixProduct,
  product,
  sameShape,
  type Shape,
} from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";
import { productDtype, rescaling } from "./product-dtype.ts";

/**
 * Matrix product, batched, by NumPy's rules: a vector on the left is a row, on the right a column, and loses that dimension again;
 * leading dimensions broadcast.
 *
 * a: […, M, K], b: […, K, N] (with the last two swapped where transposed); bias: what broadcasts to the output. Output: […, M, N].
 * Integers of at most 16 bits may be of two dtypes where that of the output is told.
 * Work: output elements × K MACs; with a bias, one add per output element (C2); where integers are scaled back, what that takes.
 */
export const matmul: LayerType = defineLayerType({
  type: "matmul",
  attributes: z.strictObject({
    transposeA: z.boolean().default(false).describe("whether the last two dimensions of a are swapped"),
    transposeB: z.boolean().default(false).describe("whether the last two dimensions of b are swapped"),
    dtype: productDtype,
  }),
  inputs: { a: "tensor", b: "tensor", bias: "tensor?" },

  describe({ attributes: { transposeA, transposeB, dtype: asked }, inputs: { a, b, bias } }) {
    const left = matrix("a", a.shape, transposeA, (size) => [1, size]);
    const right = matrix("b", b.shape, transposeB, (size) => [size, 1]);
    check(
      left.columns === right.rows,
      () => `${formatShape(a.shape)} times ${formatShape(b.shape)}: ${left.columns} columns against ${right.rows} rows`,
    );
    const batch = broadcast(left.batch, right.batch);
    const shape = [...batch, ...(a.shape.length === 1 ? [] : [left.rows]), ...(b.shape.length === 1 ? [] : [right.columns])];
    check(
      bias === undefined || sameShape(broadcast(shape, bias.shape), shape),
      () => `a bias of ${formatShape(bias!.shape)} does not broadcast to ${formatShape(shape)}`,
    );
    const narrow = [a, b].every(({ dtype }) => isInteger(dtype) && bitsOf(dtype)! <= 16);
    const compute = narrow && asked !== undefined ? a.dtype : commonDtype([a, b]);
    const dtype = asked ?? compute;
    const elements = product(shape);
    return {
      outputs: [{ dtype, shape }],
      work: addWork({ mac: elements * left.columns, ...(bias && { add: elements }) }, rescaling(compute, dtype, elements)),
      products: [arranged(left, right, product(batch))],
      ...(compute !== a.dtype && { compute }),
    };
  },
});

interface Matrix {
  readonly batch: Shape;
  readonly rows: number;
  readonly columns: number;
}

function matrix(name: string, shape: Shape, transposed: boolean, ofVector: (size: number) => Shape): Matrix {
  check(shape.length > 0, () => `${name} is a scalar, which is no matrix`);
  check(shape.length > 1 || !transposed, () => `${name} is a vector, which cannot be transposed`);
  const [rows, columns] = (shape.length === 1 ? ofVector(shape[0]!) : shape.slice(-2)) as readonly [number, number];
  return { batch: shape.slice(0, -2), rows: transposed ? columns : rows, columns: transposed ? rows : columns };
}

/** Where all share the matrix on the right, the rows of all matrices on the left are those of one. */
function arranged(left: Matrix, right: Matrix, count: number): MatrixProduct {
  const { rows, columns: depth } = left;
  const { columns } = right;
  return product(right.batch) === 1 ? { count: 1, rows: count * rows, columns, depth } : { count, rows, columns, depth };
}
