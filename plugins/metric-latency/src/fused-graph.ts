import type { Graph } from "@modelgauge/core";
import { type Grouping, groupLayers } from "./groups.ts";
import { Provenance } from "./provenance.ts";

/** A graph as a runtime that fuses layers sees it. */
export interface FusedGraph {
  readonly provenance: Provenance;
  readonly grouping: Grouping;
}

const fused = new WeakMap<Graph, FusedGraph>();

/** Fuses a graph, once for all devices. */
export function fusedGraph(graph: Graph): FusedGraph {
  const known = fused.get(graph);
  if (known !== undefined) return known;
  const provenance = new Provenance(graph);
  const found = { provenance, grouping: groupLayers(graph, provenance) };
  fused.set(graph, found);
  return found;
}
