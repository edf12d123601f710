import {
  bytesIn,
  exact,
  type Figure,
  type Graph,
  isStatic,
  largestFigure,
  type Layer,
  layerTraffic,
  scaleFigure,
  sumFigures,
  type Tensor,
} from "@modelgauge/core";
import type { FusedGraph } from "./fused-graph.ts";
import type { Group, Grouping } from "./groups.ts";
import type { MovedBytes } from "./memory.ts";
import { limited, type Need, type Provenance } from "./provenance.ts";

/** What the groups of a graph move. */
export class Moves {
  readonly #provenance: Provenance;
  readonly #grouping: Grouping;
  readonly #onChip: number;
  readonly #outside: Set<Tensor>;
  readonly #handedOut: ReadonlySet<Tensor>;
  /** Bytes of each tensor that groups other than its own, or the graph's outputs, need. */
  readonly #needed = new Map<Tensor, Figure>();

  /**
   * @param onChip bytes of each activation that stay on the chip between groups
   * @param ends whether inputs come from outside the chip, and outputs go there
   */
  constructor(graph: Graph, { provenance, grouping }: FusedGraph, onChip: number, ends: boolean) {
    this.#provenance = provenance;
    this.#grouping = grouping;
    this.#onChip = onChip;
    this.#outside = new Set(ends ? graph.inputs : []);
    const outputs = graph.outputs.flatMap((output) => (isStatic(output) ? [] : provenance.of(output)));
    this.#handedOut = new Set(ends ? outputs.map(({ tensor }) => tensor) : []);
    for (const { tensor, bytes } of outputs) this.#need(tensor, bytes);
    for (const group of grouping.groups) {
      for (const [tensor, bytes] of this.#reads(group)) if (!isStatic(tensor)) this.#need(tensor, bytes);
      for (const layer of group.layers) if (layer.bodies.length > 0 || layer.description === undefined) this.#needWhole(layer);
    }
  }

  /** Bytes that a group moves to and from the homes of weights and activations. Called once for each group, in execution order. */
  of(group: Group, weightShare: number): MovedBytes {
    const weights: Figure[] = [];
    const activations: Figure[] = [];
    for (const [tensor, bytes] of this.#reads(group)) {
      if (isStatic(tensor)) weights.push(scaleFigure(bytes, weightShare, "exact"));
      else activations.push(this.#outside.delete(tensor) ? bytes : this.#moving(tensor, bytes));
    }
    for (const layer of group.layers) {
      if (layer.description === undefined) continue;
      const written = limited(
        layer.outputs.flatMap((output) => this.#write(output)),
        layerTraffic(layer).write,
      );
      for (const { tensor, bytes } of written) activations.push(this.#handedOut.has(tensor) ? bytes : this.#moving(tensor, bytes));
    }
    return { weights: sumFigures(weights), activations: sumFigures(activations) };
  }

  /** The most that a layer of a group reads of each tensor that the group does not compute itself. */
  #reads(group: Group): ReadonlyMap<Tensor, Figure> {
    const reads = new Map<Tensor, Figure>();
    for (const layer of group.layers) {
      if (layer.bodies.length > 0 || layer.description === undefined) continue;
      const { read, weights } = layerTraffic(layer);
      const operands = [...new Set([...layer.inputs, ...layer.weights])].filter((tensor) => tensor !== undefined);
      const stored = operands.filter(isStatic).map((tensor) => ({ tensor, bytes: bytesIn(tensor) }));
      const flowing = operands.filter((tensor) => !isStatic(tensor)).flatMap((tensor) => this.#provenance.of(tensor));
      for (const { tensor, bytes } of [...limited(stored, weights), ...limited(flowing, read)]) {
        const producer = this.#grouping.producerOf.get(tensor);
        if (producer !== undefined && this.#grouping.groupOf.get(producer) === group) continue;
        reads.set(tensor, largestFigure([bytes, reads.get(tensor) ?? exact(0)]));
      }
    }
    return reads;
  }

  #write(output: Tensor | undefined): readonly Need[] {
    const needed = output && this.#needed.get(output);
    if (needed === undefined) return [];
    return limited([{ tensor: output!, bytes: bytesIn(output!) }], needed);
  }

  #need(tensor: Tensor, bytes: Figure): void {
    this.#needed.set(tensor, sumFigures([this.#needed.get(tensor) ?? exact(0), bytes]));
  }

  /** What a layer takes of which it is not told how much it reads. */
  #needWhole(layer: Layer): void {
    for (const [tensor, users] of this.#grouping.usersOf) if (users.has(layer)) this.#need(tensor, bytesIn(tensor));
  }

  /** The part of a tensor's bytes that does not fit on the chip. */
  #moving(tensor: Tensor, bytes: Figure): Figure {
    return scaleFigure(bytes, movingShare(bytesIn(tensor), this.#onChip), "exact");
  }
}

/** The part of so many bytes that does not fit on the chip. */
export function movingShare({ value }: Figure, onChip: number): number {
  return value === null || value === 0 ? 1 : Math.max(0, 1 - onChip / value);
}
