import type { Graph, Tensor } from "@modelgauge/core";

/**
 * Names under which a document refers to the tensors of a graph and its bodies: the tensors' own, made unique among those that can be seen
 * from one place.
 */
export class TensorNames {
  readonly #names = new Map<Tensor, string>();
  readonly #all = new Set<string>();

  constructor(graph: Graph) {
    this.#addGraph(graph, new Set(["$previous", "$input", ""]));
  }

  /** The name of a tensor of the graph, or of one that the graph only reads, which is told when it is first asked for. */
  of(tensor: Tensor): string {
    return this.#names.get(tensor) ?? this.#name(tensor, this.#all);
  }

  #addGraph({ inputs, layers }: Graph, around: ReadonlySet<string>): void {
    const taken = new Set(around);
    for (const tensor of [...inputs, ...layers.flatMap(({ outputs }) => outputs)]) {
      if (tensor !== undefined && !this.#names.has(tensor)) this.#name(tensor, taken);
    }
    for (const { bodies } of layers) for (const { graph } of bodies) this.#addGraph(graph, taken);
  }

  #name(tensor: Tensor, taken: Set<string>): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? tensor.name : `${tensor.name === "" ? "tensor" : tensor.name}#${count}`;
      if (name === "" || taken.has(name)) continue;
      taken.add(name);
      this.#all.add(name);
      this.#names.set(tensor, name);
      return name;
    }
  }
}
