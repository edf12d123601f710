import type { Io } from "./io.ts";

/** A line on a terminal that tells what is going on, and goes away. Where no terminal watches, nothing is written. */
export class Progress {
  readonly #stream: Io["stderr"];
  #shown = false;

  constructor(stream: Io["stderr"]) {
    this.#stream = stream;
  }

  /** Shows a text, which is printable and one line, in place of the one before. */
  show(text: string): void {
    if (this.#stream.isTTY !== true) return;
    this.#stream.write(`\r\u001b[K${text}`);
    this.#shown = true;
  }

  /** Takes the text away. */
  clear(): void {
    if (!this.#shown) return;
    this.#stream.write("\r\u001b[K");
    this.#shown = false;
  }
}
