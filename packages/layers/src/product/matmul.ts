import { broadcast, check, defineLayerType, formatShape, type LayerType, product, type Shape } from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";

/**
 * Matrix product, batched, by NumPy's rules: a vector on the left is a row, on the right a column, and loses that dimension again;
 * leading dimensions broadcast.
 *
 * a: […, M, K], b: […, K, N] (with the last two swapped where transposed); bias: what broadcasts to the output. Output: […, M, N].
 * Work: output elements × K MACs; with a bias, one add per output element (C2).
 */
export const matmul: LayerType = defineLayerType({
  type: "matmul",
  attributes: z.strictObject({
    transposeA: z.boolean().default(false).describe("whether the last two dimensions of a are swapped"),
    transposeB: z.boolean().default(false).describe("whether the last two dimensions of b are swapped"),
  }),
  inputs: { a: "tensor", b: "tensor", bias: "tensor?" },

  describe({ attributes: { transposeA, transposeB }, inputs: { a, b, bias } }) {
    check(a.shape.length > 0 && b.shape.length > 0, "a scalar is no matrix");
    const left = matrix(a.shape.length === 1 ? [1, ...a.shape] : a.shape, transposeA);
    const right = matrix(b.shape.length === 1 ? [...b.shape, 1] : b.shape, transposeB);
    check(
      left.columns === right.rows,
      () => `${formatShape(a.shape)} times ${formatShape(b.shape)}: ${left.columns} columns against ${right.rows} rows`,
    );
    const batch = broadcast(left.batch, right.batch);
    const shape = [...batch, ...(a.shape.length === 1 ? [] : [left.rows]), ...(b.shape.length === 1 ? [] : [right.columns])];
    const elements = product(shape);
    if (bias !== undefined) {
      const fits = broadcast(shape, bias.shape).length === shape.length && product(broadcast(shape, bias.shape)) === elements;
      check(fits, () => `a bias of ${formatShape(bias.shape)} does not broadcast to ${formatShape(shape)}`);
    }
    const dtype = commonDtype([a, b]);
    return {
      outputs: [{ dtype, shape }],
      work: { mac: elements * left.columns, ...(bias && { add: elements }) },
      ...(dtype !== a.dtype && { compute: dtype }),
    };
  },
});

function matrix(shape: Shape, transposed: boolean): { readonly batch: Shape; readonly rows: number; readonly columns: number } {
  const [rows, columns] = [shape.at(-2)!, shape.at(-1)!];
  return { batch: shape.slice(0, -2), rows: transposed ? columns : rows, columns: transposed ? rows : columns };
}
