import { product, VALUES_LIMIT, type Values } from "@modelgauge/core";
import type { WeightBytes } from "./shard-files.ts";
import type { WeightEntry, WeightGroup, WeightManifest } from "./weight-manifest.ts";

/** Ranges that lie closer than this are read at once, in bytes. */
const SMALLEST_GAP = 4096;

/** How far ahead strings are read, whose lengths tell where the next one stands, in bytes. */
const STRING_WINDOW = 65_536;

/** Where a weight stands in its group, in bytes. */
export interface Placed {
  readonly entry: WeightEntry;
  readonly offset: number;
  readonly length: number;
}

/**
 * Reads the elements of small weights: only the byte ranges that these take. What is too large to be kept, and what no bytes are at
 * hand for, is left out.
 */
export async function readValues(
  manifest: WeightManifest,
  bytes: WeightBytes,
  isWanted: (entry: WeightEntry) => boolean,
): Promise<ReadonlyMap<string, Values>> {
  const values = new Map<string, Values>();
  for (const [index, group] of manifest.entries()) {
    const kept = (entry: WeightEntry): boolean => product(entry.shape) <= VALUES_LIMIT && isWanted(entry);
    if (!group.entries.some(kept)) continue;
    const placed = (await placeWeights(group, index, bytes)).filter(({ entry }) => kept(entry));
    for (const run of runs(placed)) {
      const start = run[0]!.offset;
      const end = run.at(-1)!.offset + run.at(-1)!.length;
      const read = await bytes.read(index, start, end - start);
      if (read === undefined) continue;
      for (const { entry, offset, length } of run)
        values.set(entry.name, decode(entry, read.subarray(offset - start, offset - start + length)));
    }
  }
  return values;
}

/** Where weights stand in their group; up to the first whose length cannot be told. */
export async function placeWeights(group: WeightGroup, index: number, bytes: WeightBytes): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  let offset = 0;
  for (const entry of group.entries) {
    const length = entry.bytes ?? (await stringsLength(product(entry.shape), offset, (at, count) => bytes.read(index, at, count)));
    if (length === undefined) break;
    placed.push({ entry, offset, length });
    offset += length;
  }
  return placed;
}

/** Bytes that strings take, each after its own length in four bytes. */
async function stringsLength(
  count: number,
  offset: number,
  read: (offset: number, length: number) => Promise<Uint8Array | undefined>,
): Promise<number | undefined> {
  let window: { readonly at: number; readonly bytes: DataView } | undefined;
  let position = offset;
  for (let index = 0; index < count; index++) {
    if (window === undefined || position + 4 > window.at + window.bytes.byteLength) {
      const bytes = (await read(position, STRING_WINDOW)) ?? (await read(position, 4));
      if (bytes === undefined) return undefined;
      window = { at: position, bytes: viewOf(bytes) };
    }
    position += 4 + window.bytes.getUint32(position - window.at, true);
  }
  return position - offset;
}

function runs(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const result: Placed[][] = [];
  for (const each of placed) {
    const last = result.at(-1)?.at(-1);
    if (last !== undefined && each.offset - (last.offset + last.length) <= SMALLEST_GAP) result.at(-1)!.push(each);
    else result.push([each]);
  }
  return result;
}

function decode({ dtype, shape, quantization }: WeightEntry, bytes: Uint8Array): Values {
  const view = viewOf(bytes);
  const count = product(shape);
  const each = <T>(read: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => read(index));
  if (quantization !== undefined) {
    const { dtype: stored, scale, minimum } = quantization;
    const element = (index: number): number => {
      if (stored === "uint8") return view.getUint8(index);
      return stored === "uint16" ? view.getUint16(index * 2, true) : halfFloat(view.getUint16(index * 2, true));
    };
    return each((index) => {
      const value = stored === "float16" ? element(index) : element(index) * scale + minimum;
      return dtype === "int32" ? Math.round(value) : value;
    });
  }
  if (dtype === "bool") return each((index) => (view.getUint8(index) === 0 ? 0 : 1));
  if (dtype === "int32") return each((index) => view.getInt32(index * 4, true));
  if (dtype === "string") return strings(view, count);
  return each((index) => view.getFloat32(index * 4, true));
}

function strings(view: DataView, count: number): readonly string[] {
  const decoder = new TextDecoder();
  let position = 0;
  return Array.from({ length: count }, () => {
    const length = view.getUint32(position, true);
    const start = position + 4;
    position = start + length;
    return decoder.decode(new Uint8Array(view.buffer, view.byteOffset + start, length));
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * 2 ** (exponent - 25) * (1024 + fraction);
}
