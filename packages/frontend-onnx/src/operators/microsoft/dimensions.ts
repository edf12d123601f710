import { check, formatShape, type Operand } from "@modelgauge/core";

/**
 * Checks that a tensor has the dimensions that an operator names.
 *
 * @param meaning what each dimension is, joined by " × "
 * @throws ModelGaugeError `invalid-layer` when their number is another
 */
export function checkDimensions(name: string, { rank, shape }: Operand, meaning: string): void {
  check(rank === meaning.split(" × ").length, () => `${name} is ${formatShape(shape)}, not ${meaning}`);
}
