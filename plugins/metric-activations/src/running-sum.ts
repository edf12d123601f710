import { combine, type Figure, figure, type Status } from "@modelgauge/core";

/** A sum of figures that come and go. What is unknown leaves a lower bound while it is there. */
export class RunningSum {
  #value = 0;
  readonly #statuses = new Map<Status, number>();

  add({ value, status }: Figure): void {
    this.#value += value ?? 0;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
  }

  remove({ value, status }: Figure): void {
    this.#value -= value ?? 0;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) - 1);
  }

  get figure(): Figure {
    const present = [...this.#statuses].filter(([, count]) => count > 0).map(([status]) => status);
    return figure(this.#value, combine(...present));
  }
}
