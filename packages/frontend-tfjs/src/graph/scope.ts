import type { Tensor } from "@modelgauge/core";

/** What a node gives out. */
export interface NodeOutputs {
  readonly tensors: readonly (Tensor | undefined)[];
  /** Names of the operation's output arguments, where there are several. */
  readonly names: readonly string[];
}

/** What others may read: the nodes of a graph or function, then, for what was no function in the file, those around. */
export class Scope {
  readonly #values = new Map<string, NodeOutputs>();
  readonly #outer: Scope | undefined;

  constructor(outer: Scope | undefined) {
    this.#outer = outer;
  }

  define(name: string, tensors: readonly (Tensor | undefined)[], names: readonly string[] = []): void {
    this.#values.set(name, { tensors, names });
  }

  get(name: string): NodeOutputs | undefined {
    return this.#values.get(name) ?? this.#outer?.get(name);
  }
}
