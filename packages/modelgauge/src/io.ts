import type { Readable, Writable } from "node:stream";

/** Where a run reads and writes. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Characters that are written at once: a report may have hundreds of megabytes, of which the stream makes a copy. */
const PIECE = 2 ** 20;

/** Writes a text and waits until the stream has taken it, so that a slow reader slows the writer down. */
export async function write(stream: Writable, text: string): Promise<void> {
  for (let start = 0; start < text.length;) {
    const end = start + PIECE;
    const next = /^[\udc00-\udfff]/.test(text.charAt(end)) ? end + 1 : end; // a pair of surrogates is one character
    await writePiece(stream, text.slice(start, next));
    start = next;
  }
}

function writePiece(stream: Writable, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => {
      if (error === undefined || error === null) resolve();
      else reject(error);
    });
  });
}

/** Whether an error says that whoever read the output has gone, as `head` does. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
