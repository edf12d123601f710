import { bitsOf, bytesOf, type DType, product, type Shape, type Tensor, Operand } from "@modelgauge/core";

/** What packed tensors mean, so that layers that share one share what it means too. */
const MEANINGS = new WeakMap<Tensor, Tensor>();

/**
 * A weight whose elements are packed into bytes, as what it means: the parameters are these elements (C1), the size is that of the bytes
 * (C6), padding included.
 */
export function packedWeight(operand: Operand, dtype: DType, shape: Shape): Operand {
  const { tensor } = operand;
  const bytes = tensor.bytes ?? bytesOf(operand.dtype, product(operand.shape));
  const meaning = MEANINGS.get(tensor) ?? { ...tensor, type: { dtype, shape }, values: undefined, ...(bytes !== undefined && { bytes }) };
  MEANINGS.set(tensor, meaning);
  return new Operand(meaning as Operand["tensor"] & { readonly type: Operand["type"] });
}

/** The unsigned integer of so many bits; uint8 where there is none of that width. */
export function integerOf(bits: number): DType {
  return (["uint2", "uint4"] as const).find((dtype) => bitsOf(dtype) === bits) ?? "uint8";
}
