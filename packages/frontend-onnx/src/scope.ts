import type { Tensor } from "@modelgauge/core";

/** The values that nodes may name: those of a graph or function, then, for a graph inside a node, those around it. */
export class Scope {
  readonly #values = new Map<string, Tensor | undefined>();
  readonly #outer: Scope | undefined;
  readonly #stored: (name: string) => Tensor | undefined;

  /** @param stored makes the tensor of an initializer when it is first named */
  constructor(outer: Scope | undefined, stored: (name: string) => Tensor | undefined = () => undefined) {
    this.#outer = outer;
    this.#stored = stored;
  }

  /** `value` undefined: an optional input of a function that the call leaves out. */
  define(name: string, value: Tensor | undefined): void {
    this.#values.set(name, value);
  }

  /** Whether the name stands for something here or around, be it a left-out input. */
  has(name: string): boolean {
    this.#load(name);
    return this.#values.has(name) || (this.#outer?.has(name) ?? false);
  }

  get(name: string): Tensor | undefined {
    this.#load(name);
    return this.#values.has(name) ? this.#values.get(name) : this.#outer?.get(name);
  }

  #load(name: string): void {
    if (this.#values.has(name)) return;
    const tensor = this.#stored(name);
    if (tensor !== undefined) this.#values.set(name, tensor);
  }
}
