import type { DType } from "../ir/dtype.ts";
import type { Layer } from "../ir/graph.ts";
import { tensorTypes } from "../ir/value-type.ts";

/**
 * The dtype that a layer's arithmetic executes in: what its description says, else that of its first tensor, outputs after inputs;
 * undefined where none is known.
 */
export function computeDType({ description, inputs, outputs }: Layer): DType | undefined {
  if (description?.compute !== undefined) return description.compute;
  for (const tensor of [...inputs, ...outputs]) {
    const first = tensor?.type && tensorTypes(tensor.type)?.[0];
    if (first !== undefined) return first.dtype;
  }
  return undefined;
}
