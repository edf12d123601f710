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
  type Table,
  type Tensor,
} from "@modelgauge/core";
import { computeTime } from "./compute-time.ts";
import { fusedTime } from "./fused-time.ts";
import type { Group } from "./groups.ts";
import { type Memory, moveTime } from "./memory.ts";
import { groupTable, type TimedGroup } from "./group-table.ts";
import { movingShare } from "./moves.ts";

/** Fused groups, one after another. */
export interface LowerBound {
  readonly total: Figure;
  /** Seconds of a group alone, at its first layer, and the name of that layer at each of its layers. */
  readonly layers: ReadonlyMap<Layer, Readonly<Record<string, Figure | string>>>;
  /** The groups, in execution order. */
  readonly groups: Table;
}

/**
 * The best case of runtimes that run one fused group of layers after another and execute the counted MACs: within a group nothing
 * moves; between groups, and between runs, what fits on the chip stays there; data movement is free; MACs and other work overlap, as
 * do arithmetic and transfers, which run ahead of their group or behind it as far as the chip has room for what they move.
 *
 * @throws ModelGaugeError `no-peak`
 */
export function measureLowerBound(graph: Graph, profile: HardwareProfile, memory: Memory): LowerBound {
  const layers = new Map<Layer, Readonly<Record<string, Figure | string>>>();
  const groups: TimedGroup[] = [];
  const total = fusedTime(graph, {
    activationsOnChip: memory.activationsOnChip,
    weightShare: movingShare(sumFigures([...storedTensors(graph)].map(bytesIn)), memory.weightsOnChip),
    lead: leadOf(memory),
    timeOf: (group, moved) => ({ busy: computeTimeOf(group, profile), transfers: moveTime(memory, moved), moved }),
    visit: (group, time, alone) => {
      const [lead] = group.layers;
      groups.push({ layers: group.layers, time: alone, ...time });
      for (const layer of group.layers) layers.set(layer, { group: lead!.name });
      layers.set(lead!, { group: lead!.name, "lower-bound": alone });
    },
  });
  return { total: figure(total.value, combine(total.status, "at-least")), layers, groups: groupTable(groups) };
}

/** Seconds that it takes to move as much as fits on the chip. */
function leadOf({ weights, activations, weightsOnChip, activationsOnChip }: Memory): number {
  const seconds = (bytes: number, bandwidth: number | undefined): number => (bytes === 0 ? 0 : bytes / (bandwidth ?? 0));
  return Math.max(seconds(weightsOnChip, weights?.bandwidth), seconds(activationsOnChip, activations?.bandwidth));
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
