import type { DType } from "../ir/dtype.ts";
import { firstDType } from "../ir/first-dtype.ts";
import type { Layer } from "../ir/graph.ts";

/**
 * The dtype that a layer's arithmetic executes in: what its description says, else that of its first tensor, outputs after inputs;
 * undefined where none is known.
 */
export function computeDType({ description, inputs, outputs }: Layer): DType | undefined {
  return description?.compute ?? firstDType([...inputs, ...outputs]);
}
