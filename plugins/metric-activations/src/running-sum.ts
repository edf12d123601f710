import { combine, type Figure, figure, type Status } from "@modelgauge/core";

/**
 * A sum of figures that come and go. What is unknown leaves a lower bound while it is there; a sum that was once rounded stays an estimate.
 */
export class RunningSum {
  #value = 0;
  #rounded = false;
  readonly #statuses = new Map<Status, number>();

  add({ value, status }: Figure): void {
    this.#value += value ?? 0;
    this.#rounded ||= this.#value > Number.MAX_SAFE_INTEGER;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
  }

  remove({ value, status }: Figure): void {
    this.#value -= value ?? 0;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) - 1);
  }

  get figure(): Figure {
    const present = [...this.#statuses].filter(([, count]) => count > 0).map(([status]) => status);
    return figure(Math.max(0, this.#value), combine(...present, this.#rounded ? "estimate" : "exact"));
  }
}
