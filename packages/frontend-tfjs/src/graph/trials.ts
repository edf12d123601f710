/** The most layers of one model that are described on trial, run by run. */
const TRIALS_LIMIT = 65_536;

/** What may still be described on trial: loops in loops would do so without end. */
export class Trials {
  #left = TRIALS_LIMIT;

  /** Whether so many more layers may be; takes them. */
  affords(layers: number): boolean {
    this.#left -= layers;
    return this.#left >= 0;
  }
}
