/** The most bytes of one line. */
const LINE_LIMIT: number = 64 * 2 ** 20;

/** A line of input: its text, or that it is longer than {@link LINE_LIMIT}. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  /** undefined where the line is too long; it is not kept. */
  readonly text: string | undefined;
}

/** Splits bytes into lines, which may end in `\n` or `\r\n`. Holds one line at a time. */
export async function* readLines(chunks: AsyncIterable<Uint8Array | string>, limit: number = LINE_LIMIT): AsyncGenerator<InputLine> {
  let number = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const take = (): InputLine => {
    const text = size > limit ? undefined : Buffer.concat(parts).toString("utf8").replace(/\r$/, "");
    parts = [];
    size = 0;
    return { number: number++, text };
  };
  const keep = (part: Buffer): void => {
    size += part.byteLength;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let rest = typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
      keep(rest.subarray(0, end));
      yield take();
      rest = rest.subarray(end + 1);
    }
    if (rest.byteLength > 0) keep(rest);
  }
  if (size > 0) yield take();
}
