import { type Diagnostic, product, type WeightInspection } from "@modelgauge/core";
import { quoted } from "../malformed.ts";
import type { WeightBytes } from "./shard-files.ts";
import type { WeightEntry, WeightManifest } from "./weight-manifest.ts";
import { placeWeights } from "./weight-values.ts";

/** Bytes that are read at once: a multiple of every element's width. */
const PIECE = 1 << 20;

/** What was found out about stored weights. */
export interface WeightFindings {
  /** Name → elements that are not zero. */
  readonly nonzero: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known before weights are looked into. */
export const NO_FINDINGS: WeightFindings = { nonzero: new Map(), diagnostics: [] };

/**
 * Looks into weights: whether files beside the model hold them, and, for "values", how many elements are not zero once they are loaded.
 * Streams: memory does not grow with the weights.
 */
export async function inspectWeights(manifest: WeightManifest, bytes: WeightBytes, inspection: WeightInspection): Promise<WeightFindings> {
  const nonzero = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, group] of manifest.entries()) {
    const placed = await placeWeights(group, index, bytes);
    const last = placed.findLast(({ length }) => length > 0);
    if (last !== undefined && (await bytes.read(index, last.offset + last.length - 1, 1)) === undefined) {
      const whole = bytes.missing.length === 0 && group.files.length > 0;
      if (whole) diagnostics.push(shortFiles(group.files, last.entry));
      continue;
    }
    if (inspection === "storage") continue;
    for (const { entry, offset, length } of placed) {
      const zeros = await countZeros(entry, length, (at, count) => bytes.read(index, offset + at, count));
      if (zeros !== undefined) nonzero.set(entry.name, product(entry.shape) - zeros);
    }
  }
  return { nonzero, diagnostics };
}

function shortFiles(files: readonly string[], { name }: WeightEntry): Diagnostic {
  return {
    severity: "warning",
    code: "tfjs-short-shards",
    message: `${files.map(quoted).join(", ")}: too short for weight ${quoted(name)}`,
  };
}

async function countZeros(
  entry: WeightEntry,
  length: number,
  read: (offset: number, length: number) => Promise<Uint8Array | undefined>,
): Promise<number | undefined> {
  const isZero = zeroTest(entry);
  if (isZero === undefined) return undefined;
  let zeros = 0;
  for (let done = 0; done < length; done += PIECE) {
    const piece = await read(done, Math.min(PIECE, length - done));
    if (piece === undefined) return undefined;
    const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let at = 0; at < piece.byteLength; at += isZero.width) if (isZero.test(view, at)) zeros += 1;
  }
  return zeros;
}

/** How an element in a file is told to be zero once it is loaded; undefined for strings. */
function zeroTest({
  dtype,
  quantization,
}: WeightEntry): { readonly width: number; readonly test: (view: DataView, at: number) => boolean } | undefined {
  if (quantization !== undefined) {
    const { dtype: stored, scale, minimum } = quantization;
    const isZero = (level: number): boolean => Math.fround(level * scale + minimum) === 0;
    if (stored === "uint8") return { width: 1, test: (view, at) => isZero(view.getUint8(at)) };
    if (stored === "uint16") return { width: 2, test: (view, at) => isZero(view.getUint16(at, true)) };
    return { width: 2, test: (view, at) => (view.getUint16(at, true) & 0x7fff) === 0 };
  }
  if (dtype === "bool") return { width: 1, test: (view, at) => view.getUint8(at) === 0 };
  if (dtype === "int32") return { width: 4, test: (view, at) => view.getInt32(at, true) === 0 };
  if (dtype === "float32") return { width: 4, test: (view, at) => view.getFloat32(at, true) === 0 };
  return dtype === "complex64"
    ? { width: 8, test: (view, at) => view.getFloat32(at, true) === 0 && view.getFloat32(at + 4, true) === 0 }
    : undefined;
}
