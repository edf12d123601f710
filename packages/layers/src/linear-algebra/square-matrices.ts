import { check, formatShape, product, type Shape } from "@modelgauge/core";

/**
 * How many matrices a shape holds, and of which order: […, n, n].
 *
 * @throws ModelGaugeError `invalid-layer` when it holds no square matrices
 */
export function squareMatrices(shape: Shape): { readonly matrices: number; readonly order: number } {
  const [rows, columns] = shape.slice(-2);
  check(rows !== undefined && rows === columns, () => `${formatShape(shape)} holds no square matrices`);
  return { matrices: product(shape.slice(0, -2)), order: rows };
}
