import type { Graph, Table } from "@modelgauge/core";
import type { Block } from "./live.ts";

/** The memory timeline, tensor by tensor: what is alive during a layer are the rows of which the layer stands from `from` to `to`. */
export function liveTable({ layers }: Graph, blocks: readonly Block[]): Table {
  const nameOf = (index: number): string | null => layers[index]?.name ?? null;
  return {
    title: "Live tensors",
    columns: [
      {
        name: "tensor",
        description: "what holds memory: a tensor with its views and what replaces it in place; a layer's name for its bodies",
      },
      { name: "bytes", unit: "bytes", description: "how much it holds" },
      { name: "from", description: "the layer that makes it; empty for the network's inputs" },
      { name: "to", description: "the last layer that needs it; empty for the network's outputs" },
    ],
    rows: blocks.map(({ name, bytes, first, last }) => [name, bytes, nameOf(first), nameOf(last)]),
  };
}
