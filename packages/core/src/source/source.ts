/** A model file with random access, so that big files are never read whole. */
export interface Source {
  /** What messages and reports call it: a file's name, without its folder. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /**
   * Reads exactly `length` bytes at `offset`; fewer where the source ends before.
   */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * Another file of the same model (a weights shard, an imported block), by its path relative to this one.
   *
   * @returns undefined where there is none
   * @throws ModelGaugeError `outside-folder` where the path leads out of the model's folder, by `..`, an absolute path or a link
   */
  sibling?(path: string): Promise<Source | undefined>;
}

/** A source from bytes in memory. */
export function bytesSource(bytes: Uint8Array, name: string): Source {
  return {
    name,
    size: bytes.byteLength,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

/** What {@link blobSource} needs of a Blob or File. */
export interface BlobLike {
  readonly size: number;
  readonly name?: string;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A source from a browser's Blob or File, read piece by piece. */
export function blobSource(blob: BlobLike, name: string = blob.name ?? "model"): Source {
  return {
    name,
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, Math.min(blob.size, offset + length)).arrayBuffer()),
  };
}

/** The whole of a source, for small text files. */
export async function readAll(source: Source): Promise<Uint8Array> {
  return source.read(0, source.size);
}
