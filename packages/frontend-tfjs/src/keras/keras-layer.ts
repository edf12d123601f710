import type { JsonValue } from "../json/json-value.ts";

/** A layer as the topology tells it. */
export interface KerasLayer {
  /** `Conv2D`; a package in front is left out. */
  readonly className: string;
  readonly name: string;
  readonly config: JsonValue;
  /**
   * The names that its weights may go by, the layer's own last: a layer in a wrapper (TimeDistributed, Bidirectional, RNN) may go by
   * the wrapper's.
   */
  readonly owners: readonly string[];
  /** The models around it, outermost first. */
  readonly containers: readonly string[];
}

/** Name of the model or layer that the file calls it by: with the models around it in front. */
export function qualifiedName({ containers, name }: Pick<KerasLayer, "containers" | "name">): string {
  return [...containers, name].join("/");
}
