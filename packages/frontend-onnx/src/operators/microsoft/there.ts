import type { Operand } from "@modelgauge/core";

/** Those of some optional inputs that a node has. */
export function there(...operands: readonly (Operand | undefined)[]): readonly Operand[] {
  return operands.filter((operand) => operand !== undefined);
}
