import type { Status } from "../ir/status.ts";
import type { Tensor } from "../ir/tensor.ts";
import { isTensorType } from "../ir/value-type.ts";
import type { LayerType } from "./layer-type.ts";

/** Whether a tensor's values are known as bounds or estimates. Those of bool tensors hold for all that their bounds allow, or are estimates. */
export function areBounds({ values, status, type }: Tensor): boolean {
  return values !== undefined && (status === "at-most" || status === "at-least") && !(type && isTensorType(type) && type.dtype === "bool");
}

/** How surely values follow from those of a layer's inputs: estimates where they fall as a bound of an input rises, or may. */
export function evaluatedStatus({ inputs: ports, growsWith = [] }: LayerType, inputs: readonly (Tensor | undefined)[]): Status {
  const names = Object.keys(ports);
  const falls = inputs.some(
    (tensor, index) => tensor && areBounds(tensor) && !growsWith.includes(names[Math.min(index, names.length - 1)]!),
  );
  return falls ? "estimate" : "exact";
}
