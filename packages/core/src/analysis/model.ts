import type { DeclaredInput } from "../describe/declared.ts";
import type { GraphBuilder } from "../describe/graph-builder.ts";
import type { Graph } from "../ir/graph.ts";

/** How far stored elements are looked into: only whether they are there, or also how many are not zero. */
export type WeightInspection = "storage" | "values";

/** A source that a frontend has parsed: it may be built many times, under other bindings. */
export interface Model {
  readonly name: string;
  /** The frontend's id. */
  readonly format: string;
  /** As the source declares them; dims may be names. */
  readonly inputs: readonly DeclaredInput[];
  /**
   * Walks the source in execution order, adding each layer to the builder, and answers the finished graph.
   *
   * @throws ModelGaugeError when the source contradicts itself
   */
  build(builder: GraphBuilder): Graph;
  /**
   * Looks into the elements of stored tensors, which nothing else reads; the source must still be open. Later builds tell what was found:
   * `nonzero` of their tensors, and a diagnostic for what is missing.
   */
  inspectWeights?(inspection: WeightInspection): Promise<void>;
}
