import { bytesOf, product, type TensorType, type Traffic } from "@modelgauge/core";

/**
 * The traffic of a layer that reads only parts of its inputs: these parts. For strings, whose length is not known, nothing special
 * is said.
 */
export function partialRead(...parts: readonly TensorType[]): { readonly traffic?: Traffic } {
  let read = 0;
  for (const { dtype, shape } of parts) {
    const bytes = bytesOf(dtype, product(shape));
    if (bytes === undefined) return {};
    read += bytes;
  }
  return { traffic: { read } };
}
