import { check, formatShape, sameShape, type Shape, type TensorType } from "@modelgauge/core";

/**
 * Requires an input to have the one shape that fits the others.
 *
 * @throws ModelGaugeError `invalid-layer` when it has another
 */
export function checkShape(name: string, { shape }: TensorType, expected: Shape): void {
  check(sameShape(shape, expected), () => `${name} is ${formatShape(shape)}, not ${formatShape(expected)}`);
}
