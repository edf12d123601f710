import { ModelGaugeError, type Source } from "@modelgauge/core";

/** Random access to the bytes of a group of weights. */
export interface WeightBytes {
  /** Reads exactly so many bytes of a group; undefined where they are not at hand. */
  read(group: number, offset: number, length: number): Promise<Uint8Array | undefined>;
  /** The files that were wanted and are not there, in order of name. */
  readonly missing: readonly string[];
}

/** Weights that nobody has the bytes of. */
export const NO_BYTES: WeightBytes = { read: () => Promise.resolve(undefined), missing: [] };

/** Weights in memory: one buffer, or several that are read as one. */
export function bufferBytes(buffers: readonly Uint8Array[]): WeightBytes {
  const all = buffers.map((buffer) => ({
    size: buffer.byteLength,
    read: (offset: number, length: number) => Promise.resolve(buffer.subarray(offset, offset + length)),
  }));
  return { read: (_group, offset, length) => readAcross(all, offset, length), missing: [] };
}

/** Weights in files beside model.json. They are opened when bytes of them are wanted, and read range by range. */
export class ShardFiles implements WeightBytes {
  readonly #source: Source;
  readonly #groups: readonly (readonly string[])[];
  readonly #opened = new Map<number, readonly Source[] | undefined>();
  readonly #missing = new Set<string>();

  /** @param groups the files of each group, by their paths relative to model.json */
  constructor(source: Source, groups: readonly (readonly string[])[]) {
    this.#source = source;
    this.#groups = groups;
  }

  get missing(): readonly string[] {
    return [...this.#missing].toSorted();
  }

  async read(group: number, offset: number, length: number): Promise<Uint8Array | undefined> {
    const files = await this.#open(group);
    return files && readAcross(files, offset, length);
  }

  async #open(group: number): Promise<readonly Source[] | undefined> {
    if (this.#opened.has(group)) return this.#opened.get(group);
    const files: Source[] = [];
    let complete = true;
    for (const path of this.#groups[group] ?? []) {
      const file = await this.#sibling(path);
      if (file === undefined) {
        this.#missing.add(path);
        complete = false;
      } else files.push(file);
    }
    const opened = complete ? files : undefined;
    this.#opened.set(group, opened);
    return opened;
  }

  /** What leads out of the model's folder, or to a web address, is not opened. */
  async #sibling(path: string): Promise<Source | undefined> {
    try {
      return await this.#source.sibling?.(path);
    } catch (error) {
      if (error instanceof ModelGaugeError) return undefined;
      throw error;
    }
  }
}

async function readAcross(
  parts: readonly Pick<Source, "size" | "read">[],
  offset: number,
  length: number,
): Promise<Uint8Array | undefined> {
  const result = new Uint8Array(length);
  let start = 0;
  let filled = 0;
  for (const part of parts) {
    const from = Math.max(offset + filled, start);
    const end = start + part.size;
    if (filled < length && from < end) {
      const bytes = await part.read(from - start, Math.min(length - filled, end - from));
      result.set(bytes, filled);
      filled += bytes.byteLength;
    }
    start = end;
  }
  return filled === length ? result : undefined;
}
