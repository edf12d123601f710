import { bytesOf, check, defineLayerType, formatShape, type LayerType, product, scaleWork, type Shape } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Appends keys, or values, to those that a cache holds of earlier steps, for attention to read.
 *
 * x: [B, S, heads × size] or [B, heads, S, size]. cache: [B, heads, C, size], in a dtype of its own where it is quantised, with
 * `perByte` elements in each. Outputs: the cache with x behind what it held, and what of it attention reads, [B, heads, length, size] in
 * x's dtype. In place, the cache is a buffer that keeps its size; otherwise a new one of `length` is written.
 * Work of a quantised cache: per new element a division, a rounding, two comparisons and a conversion; per element that is read a
 * conversion and a multiplication. Traffic: x is read, and written behind the rest; what is not in place is copied.
 */
export const kvCache: LayerType = defineLayerType({
  type: "kv-cache",
  attributes: z.strictObject({
    heads: wholeFrom(1).describe("key and value heads"),
    length: size.optional().describe("entries that the cache holds afterwards; as many as before and the new ones where left out"),
    inPlace: z.boolean().default(false).describe("whether the cache is a buffer that keeps its size"),
    perByte: wholeFrom(1).default(1).describe("elements that the cache packs into one of its own"),
  }),
  inputs: { x: "tensor", cache: "tensor?" },

  describe({ attributes: { heads, length, inPlace, perByte }, inputs: { x, cache } }) {
    const added = entries(x.shape, heads);
    const { batch, width } = added;
    check(
      cache === undefined || (cache.shape.length === 4 && cache.shape[1] === heads && cache.shape[0] === batch),
      () => `the cache is ${formatShape(cache!.shape)}, not ${batch} × ${heads} heads × length × size`,
    );
    check(
      cache === undefined || cache.shape[3] === Math.ceil(width / perByte),
      () => `an entry of the cache has ${cache!.shape[3]} elements, a new one ${width}`,
    );
    check(!inPlace || cache !== undefined, "there is no cache to write in place");
    const held = cache?.shape[2] ?? 0;
    const kept = length ?? (inPlace ? held : held + added.length);
    check(!inPlace || kept <= held, () => `${kept} entries do not fit a buffer of ${held}`);
    const dtype = cache?.dtype ?? x.dtype;
    const stored = (count: number): Shape => [batch, heads, count, Math.ceil(width / perByte)];
    const elements = (count: number): number => product([batch, heads, count, width]);
    const converts = dtype !== x.dtype;
    const read = bytesOf(x.dtype, product(x.shape)) ?? 0;
    const copied = inPlace ? 0 : (bytesOf(dtype, product(stored(Math.max(0, kept - added.length)))) ?? 0);
    return {
      outputs: [
        { dtype, shape: stored(inPlace ? held : kept) },
        { dtype: x.dtype, shape: [batch, heads, kept, width] },
      ],
      work: converts
        ? {
            ...scaleWork({ divide: 1, round: 1, compare: 2 }, product(x.shape)),
            convert: product(x.shape) + elements(kept),
            multiply: elements(kept),
          }
        : {},
      traffic: { read: read + copied, write: copied + (bytesOf(dtype, product(stored(added.length))) ?? 0) },
      aliases: [
        ...(inPlace ? [{ output: 0, input: 1, kind: "view" as const }] : []),
        { output: 1, input: cache === undefined ? 0 : 1, kind: "view" },
      ],
    };
  },
});

function entries(shape: Shape, heads: number): { readonly batch: number; readonly length: number; readonly width: number } {
  if (shape.length === 4) {
    check(shape[1] === heads, () => `x is ${formatShape(shape)}, not batch × ${heads} heads × length × size`);
    return { batch: shape[0]!, length: shape[2]!, width: shape[3]! };
  }
  check(shape.length === 3, () => `x is ${formatShape(shape)}, not batch × length × features`);
  check(shape[2]! % heads === 0, () => `${shape[2]} features do not divide into ${heads} heads`);
  return { batch: shape[0]!, length: shape[1]!, width: shape[2]! / heads };
}
