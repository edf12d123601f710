import type { Operand } from "@modelgauge/core";

/** Why a layer is not described that depends on what nobody knows. */
export function unknownValues({ name }: Operand): string {
  return `the values of its input "${name}" are not known`;
}
