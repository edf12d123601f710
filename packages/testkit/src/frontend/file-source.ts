import { bytesSource, type Source } from "@modelgauge/core";

/** A model in files. */
export interface ModelFile {
  /** With the extension that the format has: `tiny.onnx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Further files of the model, by their path beside it. */
  readonly siblings?: Readonly<Record<string, Uint8Array>>;
}

/** A source that refuses to be read where no file has bytes: at a negative or fractional place, or beyond any size. */
export function fileSource({ name, bytes, siblings = {} }: ModelFile): Source {
  const source = bytesSource(bytes, name);
  return {
    ...source,
    read(offset, length) {
      if (![offset, length].every((number) => Number.isSafeInteger(number) && number >= 0))
        throw new Error(`${length} bytes are asked for at ${offset}`);
      return source.read(offset, length);
    },
    sibling: (path) => {
      const found = Object.hasOwn(siblings, path) ? siblings[path] : undefined;
      return Promise.resolve(found && fileSource({ name: path, bytes: found }));
    },
  };
}
