import {
  computeDType,
  type Efficiency,
  everyLayer,
  exact,
  type Figure,
  figure,
  type Graph,
  type HardwareProfile,
  isFolded,
  largestFigure,
  type Layer,
  scaleFigure,
  sumFigures,
  type WorkClass,
} from "@modelgauge/core";
import { computeTime } from "./compute-time.ts";
import { fusedTime } from "./fused-time.ts";
import { type Memory, moveTime } from "./memory.ts";
import { macsByClass } from "./work-class.ts";

/** What a run takes under one runtime, by its measured efficiencies. */
export interface Estimate {
  readonly efficiency: Efficiency;
  readonly total: Figure;
  /** Seconds of a group at its first layer. */
  readonly layers: ReadonlyMap<Layer, Figure>;
  /** Classes of work that hold groups back and of which no efficiency is measured; `undefined` for work of no class. */
  readonly unmeasured: ReadonlySet<WorkClass | undefined>;
}

/** Whether efficiencies tell of a graph: they were measured in the dtype that all of its layers multiply in. */
export function tellsOf({ dtype }: Efficiency, graph: Graph): boolean {
  return [...everyLayer(graph)].every((layer) => !multiplies(layer) || computeDType(layer) === dtype);
}

/** Whether a layer has multiply-accumulates in each run. */
export function multiplies(layer: Layer): boolean {
  return !isFolded(layer) && (layer.description?.work.mac ?? 0) > 0;
}

/**
 * Times fused groups one after another, each as the larger of arithmetic and transfers, at the measured parts of peak rate and bandwidth,
 * and what it takes to launch a group. Nothing stays on the chip. Other work than MACs is timed at peak rate.
 *
 * @throws ModelGaugeError `no-peak`
 */
export function measureEstimate(graph: Graph, profile: HardwareProfile, memory: Memory, efficiency: Efficiency): Estimate {
  const layers = new Map<Layer, Figure>();
  const unmeasured = new Set<WorkClass | undefined>();
  const { launch = 0 } = efficiency;
  const total = fusedTime(graph, {
    activationsOnChip: 0,
    weightShare: 1,
    lead: 0,
    timeOf: (group, moved) => {
      const transfers = scaleFigure(moveTime(memory, moved), 1 / efficiency.memory, "exact");
      const times = group.layers.map((layer) => computeTime(layer, profile));
      const macs = group.layers.map((layer, index) => macTime(layer, times[index]!.macs, efficiency));
      for (const { missing } of macs) {
        for (const { kind, seconds } of missing) if (seconds > (transfers.value ?? 0)) unmeasured.add(kind);
      }
      const work = largestFigure([sumFigures(macs.map(({ time }) => time)), sumFigures(times.map(({ others }) => others)), transfers]);
      return { busy: sumFigures([work, exact(launch)]), transfers: exact(0) };
    },
    visit: ({ layers: [lead] }, _, time) => layers.set(lead!, asEstimate(time)),
  });
  return { efficiency, total: asEstimate(total), layers, unmeasured };
}

interface MacTime {
  readonly time: Figure;
  /** Seconds at peak rate of the classes that have no efficiency. */
  readonly missing: readonly { readonly kind: WorkClass | undefined; readonly seconds: number }[];
}

function macTime(layer: Layer, atPeak: Figure, { compute }: Efficiency): MacTime {
  const classes = [...macsByClass(layer)];
  const all = layer.description?.work.mac ?? 0;
  const efficiencyOf = (kind: WorkClass | undefined): number | undefined => kind && compute[kind];
  const slowdown = classes.reduce((sum, [kind, macs]) => sum + macs / all / (efficiencyOf(kind) ?? 1), 0);
  return {
    time: classes.length === 0 ? atPeak : scaleFigure(atPeak, slowdown, "exact"),
    missing: classes.flatMap(([kind, macs]) =>
      efficiencyOf(kind) === undefined ? [{ kind, seconds: ((atPeak.value ?? 0) * macs) / all }] : [],
    ),
  };
}

function asEstimate({ value }: Figure): Figure {
  return figure(value, "estimate");
}
