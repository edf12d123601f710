import type { Figure, Layer, Table } from "@modelgauge/core";
import type { MovedBytes } from "./memory.ts";
import { boundOf } from "./roofline.ts";

/** A fused group, timed. */
export interface TimedGroup {
  readonly layers: readonly Layer[];
  /** Seconds that it takes alone. */
  readonly time: Figure;
  /** Seconds of arithmetic. */
  readonly busy: Figure;
  /** Seconds of transfers. */
  readonly transfers: Figure;
  readonly moved: MovedBytes;
}

/** The fused groups of a graph and its bodies: what stands in each, what it moves, and what holds it back. */
export function groupTable(groups: readonly TimedGroup[]): Table {
  return {
    title: "Fused groups",
    columns: [
      { name: "group", description: "its first layer" },
      { name: "last layer", description: "its last layer, where that is another" },
      { name: "lower bound", unit: "s", description: "the longer of arithmetic and transfers" },
      { name: "layers", description: "how many layers run as one" },
      { name: "arithmetic", unit: "s", description: "operations ÷ peak rate" },
      { name: "transfers", unit: "s", description: "bytes ÷ bandwidth" },
      { name: "weights", unit: "bytes", description: "weights that are read from memory" },
      { name: "activations", unit: "bytes", description: "activations that are read from memory or written to it" },
      { name: "bound", description: "what holds it back, where that is known" },
    ],
    rows: groups.map(({ layers, time, busy, transfers, moved }) => [
      layers[0]!.name,
      layers.length > 1 ? layers.at(-1)!.name : null,
      time,
      String(layers.length),
      busy,
      transfers,
      moved.weights,
      moved.activations,
      boundOf(busy, transfers) ?? null,
    ]),
  };
}
