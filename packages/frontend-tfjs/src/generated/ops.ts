// Written by `pnpm generate`; edit what it is made from instead.
import type { TfjsOp } from "../op-translator.ts";
/** Every TensorFlow operation that this package translates. */
export const ops: readonly TfjsOp[] = [];
