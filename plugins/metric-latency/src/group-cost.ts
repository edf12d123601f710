import type { Graph, WorkClass } from "@modelgauge/core";
import { operationsOf } from "./compute-time.ts";
import { fusedGraph } from "./fused-graph.ts";
import type { Group } from "./groups.ts";
import type { MovedBytes } from "./memory.ts";
import { Moves } from "./moves.ts";
import { macsByClass } from "./work-class.ts";

/** What a fused group of layers computes and moves: what efficiencies are fitted to. */
export interface GroupCost {
  /** Multiply-accumulates by class; under `undefined`, those of no class. */
  readonly macs: ReadonlyMap<WorkClass | undefined, number>;
  /** Other operations. */
  readonly others: number;
  readonly moved: MovedBytes;
}

/** The cost of each fused group of a graph when nothing stays on the chip; what layers hold in bodies is left out. */
export function groupCosts(graph: Graph): readonly GroupCost[] {
  const fused = fusedGraph(graph);
  const moves = new Moves(graph, fused, 0, true);
  return fused.grouping.groups.map((group) => groupCost(group, moves.of(group, 1)));
}

function groupCost({ layers }: Group, moved: MovedBytes): GroupCost {
  const macs = new Map<WorkClass | undefined, number>();
  for (const layer of layers) for (const [kind, count] of macsByClass(layer)) macs.set(kind, (macs.get(kind) ?? 0) + count);
  return { macs, others: layers.reduce((sum, layer) => sum + operationsOf(layer).others, 0), moved };
}
