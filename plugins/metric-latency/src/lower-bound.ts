import {
  bytesIn,
  combine,
  everyLayer,
  type Figure,
  figure,
  type Graph,
  type HardwareProfile,
  isFolded,
  isStatic,
  largestFigure,
  type Layer,
  sumFigures,
  type Tensor,
} from "@modelgauge/core";
import { computeTime } from "./compute-time.ts";
import { fusedTime } from "./fused-time.ts";
import type { Group } from "./groups.ts";
import { type Memory, moveTime } from "./memory.ts";
import { movingShare } from "./moves.ts";

/** Fused groups, one after another. */
export interface LowerBound {
  readonly total: Figure;
  /** Seconds of a group at its first layer, and the name of that layer at each of its layers. */
  readonly layers: ReadonlyMap<Layer, Readonly<Record<string, Figure | string>>>;
}

/**
 * The best case of runtimes that run one fused group of layers after another and execute the counted MACs: within a group nothing
 * moves; between groups, and between runs, what fits on the chip stays there; data movement is free; MACs and other work overlap, as
 * do arithmetic and transfers of a group.
 *
 * @throws ModelGaugeError `no-peak`
 */
export function measureLowerBound(graph: Graph, profile: HardwareProfile, memory: Memory): LowerBound {
  const layers = new Map<Layer, Readonly<Record<string, Figure | string>>>();
  const total = fusedTime(graph, {
    activationsOnChip: memory.activationsOnChip,
    weightShare: movingShare(sumFigures([...storedTensors(graph)].map(bytesIn)), memory.weightsOnChip),
    timeOf: (group, moved) => largestFigure([computeTimeOf(group, profile), moveTime(memory, moved)]),
    visit: (group, time) => {
      const [lead] = group.layers;
      for (const layer of group.layers) layers.set(layer, { group: lead!.name });
      layers.set(lead!, { group: lead!.name, "lower-bound": time });
    },
  });
  return { total: figure(total.value, combine(total.status, "at-least")), layers };
}

function storedTensors(graph: Graph): ReadonlySet<Tensor> {
  const stored = new Set<Tensor>();
  for (const layer of everyLayer(graph)) {
    if (isFolded(layer)) continue;
    for (const tensor of [...layer.inputs, ...layer.weights]) if (tensor !== undefined && isStatic(tensor)) stored.add(tensor);
  }
  return stored;
}

function computeTimeOf({ layers }: Group, profile: HardwareProfile): Figure {
  const times = layers.map((layer) => computeTime(layer, profile));
  return largestFigure([sumFigures(times.map(({ macs }) => macs)), sumFigures(times.map(({ others }) => others))]);
}
