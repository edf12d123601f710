import { ModelGaugeError, type Source } from "@modelgauge/core";
import type { WireReader } from "./wire-reader.ts";

/** What is read after a seek, in bytes: the headers around a skipped payload. */
const SMALLEST_READ = 4 * 1024;
/** What is read at most ahead of need, in bytes. */
const LARGEST_READ = 1024 * 1024;

/** Keeps a wire reader in bytes of a source: few after each seek, twice as many each time that reading goes on where it was. */
export class SourceWindow {
  readonly #source: Source;
  readonly #reader: WireReader;
  #end = 0;
  #ahead = SMALLEST_READ / 2;

  constructor(source: Source, reader: WireReader) {
    this.#source = source;
    this.#reader = reader;
  }

  /**
   * Reads on, so that at least `length` bytes from the reader's position are in memory, or all that there are.
   *
   * @throws ModelGaugeError `onnx-truncated` where the source holds less than it says
   */
  async fill(length: number): Promise<void> {
    const { position } = this.#reader;
    this.#ahead = position <= this.#end ? Math.min(2 * this.#ahead, LARGEST_READ) : SMALLEST_READ;
    const wanted = Math.min(Math.max(length, this.#ahead), this.#source.size - position);
    const bytes = await this.#source.read(position, wanted);
    if (bytes.length < wanted) {
      const { name, size } = this.#source;
      throw new ModelGaugeError({
        code: "onnx-truncated",
        message: `${name}: truncated: it has ${position + bytes.length} of its ${size} bytes`,
      });
    }
    this.#end = position + wanted;
    this.#reader.load(bytes, position);
  }
}
