import type { Operand } from "../operand.ts";

/** Why a layer is not described that depends on what nobody knows. */
export function unknownValues({ name }: Operand): string {
  return `the values of its input "${name}" are not known`;
}
