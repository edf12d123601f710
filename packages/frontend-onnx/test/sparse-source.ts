import type { Source } from "@modelgauge/core";

/** Bytes, or a number of zeros that take no memory. */
type Part = readonly number[] | number;

/** A source that is too large to exist; it counts how much of it is read. */
export function sparseSource(name: string, parts: readonly Part[]): Source & { readonly bytesRead: number; readonly reads: number } {
  const placed = parts.reduce<{ at: number; part: Part }[]>((before, part) => {
    const last = before.at(-1);
    return [...before, { at: last === undefined ? 0 : last.at + lengthOf(last.part), part }];
  }, []);
  const size = parts.reduce<number>((sum, part) => sum + lengthOf(part), 0);
  return {
    name,
    size,
    bytesRead: 0,
    reads: 0,
    read(this: { bytesRead: number; reads: number }, offset, length) {
      this.bytesRead += length;
      this.reads += 1;
      const bytes = new Uint8Array(Math.min(length, size - offset));
      for (const { at, part } of placed) {
        if (typeof part !== "number") part.forEach((byte, index) => (bytes[at + index - offset] = byte));
      }
      return Promise.resolve(bytes);
    },
  };
}

function lengthOf(part: Part): number {
  return typeof part === "number" ? part : part.length;
}
