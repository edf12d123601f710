/** The largest payload that is kept, in bytes: 16,384 elements of 8 bytes, the most values of which shape arithmetic makes use. */
const LARGEST_KEPT = 128 * 1024;
/** Where a model's kept payloads come to so many bytes, only the smallest are kept from there on. */
const KEPT_IN_ALL = 64 * 1024 * 1024;
const SMALLEST_KEPT = 4 * 1024;

/** Decides which payloads of one model are read, and which are left in the file. */
export class PayloadLimit {
  #kept = 0;

  /** Whether a payload of so many bytes is kept; counts it if so. */
  keeps(length: number): boolean {
    const kept = length <= (this.#kept + length <= KEPT_IN_ALL ? LARGEST_KEPT : SMALLEST_KEPT);
    if (kept) this.#kept += length;
    return kept;
  }
}
