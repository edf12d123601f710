import { bytesOf, isFloat } from "../ir/dtype.ts";
import { product } from "../ir/shape.ts";
import type { Tensor } from "../ir/tensor.ts";
import { type TensorType, tensorTypes } from "../ir/value-type.ts";
import { exact, type Figure, figure, UNKNOWN } from "./figure.ts";

/** Elements of a value, over all tensors of a sequence or optional; unknown where its type does not tell. */
export function elementsIn(tensor: Tensor): Figure {
  return total(tensor, ({ shape }) => product(shape));
}

/**
 * Bytes that a value takes in memory, packed (C6): what the file stores where the tensor says so, else elements × bits of the dtype that
 * it is held in, rounded up per tensor. Unknown where its type does not tell, and for strings.
 */
export function bytesIn(tensor: Tensor): Figure {
  const { bytes, held } = tensor;
  if (bytes !== undefined) return exact(bytes);
  return total(tensor, ({ dtype, shape }) => bytesOf(held !== undefined && isFloat(dtype) ? held : dtype, product(shape)));
}

/** Bytes that a value would take if memory held it as layers see it: what descriptions reckon with. */
export function bytesSeen(tensor: Tensor): Figure {
  return tensor.held === undefined ? bytesIn(tensor) : total(tensor, ({ dtype, shape }) => bytesOf(dtype, product(shape)));
}

function total({ type, status }: Tensor, size: (type: TensorType) => number | undefined): Figure {
  let sum = 0;
  for (const each of (type && tensorTypes(type)) ?? [undefined]) {
    const one = each && size(each);
    if (one === undefined) return UNKNOWN;
    sum += one;
  }
  return figure(sum, status);
}
