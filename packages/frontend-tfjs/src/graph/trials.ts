/** The most layers of one model that are described on trial, run by run. */
const LAYERS_LIMIT = 32_768;

/** The most nodes of one model that are computed to follow the counters of loops. */
const STEPS_LIMIT = 4_000_000;

/** What may still be tried out: loops in loops would do so without end. */
export class Trials {
  #layers = LAYERS_LIMIT;
  #steps = STEPS_LIMIT;

  /** Whether so many more layers may be described on trial; takes them. */
  readonly affords = (layers: number): boolean => {
    this.#layers -= layers;
    return this.#layers >= 0;
  };

  /** Whether so many more nodes may be computed to follow a counter; takes them. */
  readonly affordsSteps = (steps: number): boolean => {
    this.#steps -= steps;
    return this.#steps >= 0;
  };
}
