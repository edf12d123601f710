// Written by `pnpm generate`; edit what it is made from instead.
import type { OnnxOperator } from "../operator.ts";
import { identityOperator } from "../operators/identity.ts";
/** Every operator that this package translates. */
export const operators: readonly OnnxOperator[] = [identityOperator];
