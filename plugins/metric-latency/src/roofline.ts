import {
  exact,
  type Figure,
  type Figures,
  figure,
  foldGraph,
  type Graph,
  type HardwareProfile,
  isFolded,
  largestFigure,
  type Layer,
  layerTraffic,
  reverse,
  sumFigures,
  UNKNOWN,
} from "@modelgauge/core";
import { computeTime, operationsOf } from "./compute-time.ts";
import { type Memory, moveTime } from "./memory.ts";
import type { PeakRate } from "./peak-rate.ts";

/** What holds a layer back. */
export type Bound = "compute" | "memory";

/** Every layer alone, one after another (C7). */
export interface Roofline {
  readonly totals: Readonly<Record<RooflineName, Figure>>;
  readonly layers: ReadonlyMap<Layer, Readonly<Record<string, Figure | string>>>;
  /** Seconds at each of the peak rates that were used. */
  readonly peaks: ReadonlyMap<PeakRate["dtype"], number>;
}

const NAMES = ["roofline", "compute", "memory", "compute-bound", "memory-bound"] as const;
type RooflineName = (typeof NAMES)[number];

/**
 * Times every layer alone: the larger of what its arithmetic takes at peak rate and what moving its weights, inputs and outputs takes.
 * A layer that holds bodies takes what these take.
 *
 * @throws ModelGaugeError `no-peak`
 */
export function measureRoofline(graph: Graph, profile: HardwareProfile, memory: Memory): Roofline {
  const peaks = new Map<PeakRate["dtype"], number>();
  const facts = new Map<Layer, Readonly<Record<string, Figure | string>>>();
  const own = (layer: Layer): Figures => {
    const { compute, move, operations, intensity } = timesOf(layer, profile, memory, peaks);
    const roofline = largestFigure([compute, move]);
    const bound = boundOf(compute, move);
    const performance = roofline.value! > 0 && operations > 0 && figure(operations / roofline.value!, reverse(roofline.status));
    facts.set(layer, { ...(bound && { bound }), ...(intensity && { intensity }), ...(performance && { performance }) });
    // What holds back a layer that is not known is not known either.
    const others = bound === undefined && roofline.status !== "exact" ? UNKNOWN : exact(0);
    return {
      roofline,
      compute,
      memory: move,
      "compute-bound": bound === "compute" ? roofline : others,
      "memory-bound": bound === "memory" ? roofline : others,
    };
  };
  const layers = new Map<Layer, Readonly<Record<string, Figure | string>>>();
  const totals = foldGraph(graph, NAMES, own, (layer, { roofline, compute, memory: move }) => {
    if (!isFolded(layer)) layers.set(layer, { roofline: roofline!, compute: compute!, memory: move!, ...facts.get(layer) });
  });
  return { totals, layers, peaks };
}

function timesOf(
  layer: Layer,
  profile: HardwareProfile,
  memory: Memory,
  used: Map<PeakRate["dtype"], number>,
): { readonly compute: Figure; readonly move: Figure; readonly operations: number; readonly intensity?: Figure } {
  if (isFolded(layer)) return { compute: exact(0), move: exact(0), operations: 0 };
  const { macs, others, peaks } = computeTime(layer, profile);
  const compute = sumFigures([macs, others]);
  for (const { dtype } of peaks) used.set(dtype, (used.get(dtype) ?? 0) + (compute.value ?? 0));
  const { weights, read, write } = layerTraffic(layer);
  const activations = sumFigures([read, write]);
  const bytes = sumFigures([weights, activations]);
  const counts = operationsOf(layer);
  const operations = counts.macs + counts.others;
  return {
    compute,
    move: moveTime(memory, { weights, activations }),
    operations,
    ...(bytes.value! > 0 && { intensity: figure(operations / bytes.value!, layer.status) }),
  };
}

/** The larger time, where it is known which one that is. */
export function boundOf(compute: Figure, move: Figure): Bound | undefined {
  const [c, m] = [compute.value ?? 0, move.value ?? 0];
  if (c === 0 && m === 0) return undefined;
  if (c >= m) return isAtMostKnown(move) ? "compute" : undefined;
  return isAtMostKnown(compute) ? "memory" : undefined;
}

function isAtMostKnown({ status }: Figure): boolean {
  return status === "exact" || status === "at-most";
}
