import { type DType, formatType, type GraphBuilder, sameShape, type Shape, type Tensor } from "@modelgauge/core";

/** A tensor that a layer needs. */
export interface WeightNeed {
  readonly dtype: DType;
  readonly shape: Shape;
  readonly role: "weight" | "bias" | "buffer";
}

interface Entry {
  readonly tensor: Tensor;
  readonly need: WeightNeed;
  /** The layer that it was made for. */
  readonly owner: string;
}

/** The weights of a network by name, for layers that share them. */
export class SharedWeights {
  readonly #entries = new Map<string, Entry>();
  /** The layers, or names given, whose weights there are. */
  readonly #owners = new Set<string>();
  /** Name that a layer gives for its weights → that layer, so long as no other shares them. */
  readonly #alone = new Map<string, { readonly owner: string; readonly layer: string }>();

  /** A tensor of a name, made anew. */
  create(name: string, need: WeightNeed, owner: string, builder: GraphBuilder): Tensor {
    const tensor = builder.stored({ name, ...need });
    if (!this.#entries.has(name)) this.#entries.set(name, { tensor, need, owner });
    this.#owners.add(name.slice(0, name.lastIndexOf(".")));
    return tensor;
  }

  /**
   * The tensor of a name, made anew where there is none.
   *
   * @param prefixes what the name may begin with, nearest first
   * @throws Error in words for the reader, where the tensor is another than the layer needs
   */
  share(name: string, prefixes: readonly string[], need: WeightNeed, owner: string, builder: GraphBuilder): Tensor {
    const entry = prefixes.map((prefix) => this.#entries.get(prefix + name)).find((found) => found !== undefined);
    if (entry === undefined) return this.create(name, need, owner, builder);
    const { tensor, need: made, owner: maker } = entry;
    if (!sameShape(made.shape, need.shape) || made.dtype !== need.dtype) {
      throw new Error(`shares "${name}" of ${maker}, which is ${formatType(made)}, and needs ${formatType(need)}`);
    }
    return tensor;
  }

  /** Whether there are weights of a layer, or of a name that layers give. */
  knows(name: string, prefixes: readonly string[]): boolean {
    return prefixes.some((prefix) => this.#owners.has(prefix + name));
  }

  /** Notes that a layer names its weights. */
  noteName(name: string, layer: string, owner: string, known: boolean): void {
    if (known) this.#alone.delete(name);
    else this.#alone.set(name, { owner, layer });
  }

  /** Names of weights that only one layer gave: perhaps mistyped. */
  get alone(): ReadonlyMap<string, { readonly owner: string; readonly layer: string }> {
    return this.#alone;
  }
}
