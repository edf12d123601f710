/**
 * Multiply-accumulates as products of matrices: `count` of them side by side, each [rows × depth] · [depth × columns]. A convolution is
 * one for each group: a row an output position, a column a filter, as deep as the window has elements.
 */
export interface MatrixProduct {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** The multiply-accumulates of a product. */
export function macsOf({ count, rows, columns, depth }: MatrixProduct): number {
  return count * rows * columns * depth;
}
