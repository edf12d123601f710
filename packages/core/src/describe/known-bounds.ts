import type { Tensor } from "../ir/tensor.ts";
import { isTensorType } from "../ir/value-type.ts";
import type { LayerType } from "./layer-type.ts";

/** Whether a tensor's values are known as bounds or estimates. Those of bool tensors hold for all that their bounds allow, or are estimates. */
export function areBounds({ values, status, type }: Tensor): boolean {
  return values !== undefined && (status === "at-most" || status === "at-least") && !(type && isTensorType(type) && type.dtype === "bool");
}

/**
 * A layer's inputs without the values that its outputs may fall with as these, known as bounds, rise: what follows from them is an
 * estimate. undefined where there are none.
 */
export function withoutFalling(
  { inputs: ports, growsWith = [] }: LayerType,
  inputs: readonly (Tensor | undefined)[],
): readonly (Tensor | undefined)[] | undefined {
  const names = Object.keys(ports);
  const falls = inputs.map(
    (tensor, index) => tensor && areBounds(tensor) && !growsWith.includes(names[Math.min(index, names.length - 1)]!),
  );
  return falls.includes(true)
    ? inputs.map((tensor, index) => (tensor && falls[index] ? { ...tensor, values: undefined } : tensor))
    : undefined;
}
