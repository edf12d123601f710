import {
  defineMetric,
  type DType,
  exact,
  type Figure,
  type HardwareMetric,
  type HardwareProfile,
  largestFigure,
  type Layer,
  type Table,
  UNKNOWN,
  unverifiedFigures,
} from "@modelgauge/core";
import { measureEstimates } from "./estimates.ts";
import { measureLowerBound } from "./lower-bound.ts";
import { type Memory, memoryOf } from "./memory.ts";
import { peakRate } from "./peak-rate.ts";
import { measureRoofline } from "./roofline.ts";

type LatencyFigure =
  | "roofline"
  | "overlapped"
  | "lower-bound"
  | "estimate"
  | "compute-bound"
  | "memory-bound"
  | "ridge-point"
  | "compute"
  | "memory"
  | "intensity"
  | "performance";

/** How long one run takes on a device (C7). */
export const latency: HardwareMetric<LatencyFigure> = defineMetric({
  id: "latency",
  title: "Latency",
  per: "hardware",
  figures: {
    roofline: { unit: "s", description: "each layer alone, one after another" },
    overlapped: { unit: "s", description: "the same, all arithmetic alongside all transfers" },
    "lower-bound": {
      unit: "s",
      description: "the best case: layers fused, views free, what fits on the chip staying there or coming early; of a group, alone",
    },
    estimate: { unit: "s", description: "fused, at the efficiencies that were measured on the device, where they were" },
    "compute-bound": { unit: "s", description: "of the roofline, layers that arithmetic holds back" },
    "memory-bound": { unit: "s", description: "of the roofline, layers that transfers hold back" },
    "ridge-point": {
      unit: "OP/byte",
      description: "arithmetic intensity from which a layer is compute-bound, in the dtype that takes most of the time",
    },
    compute: { unit: "s", description: "of a layer, its arithmetic alone" },
    memory: { unit: "s", description: "of a layer, its transfers alone" },
    intensity: { unit: "OP/byte", description: "of a layer, operations ÷ bytes moved" },
    performance: { unit: "OP/s", description: "of a layer, operations ÷ its roofline" },
  },
  conventions: [
    {
      id: "C7",
      text:
        "Latency of a layer = max(operations ÷ peak dense rate of the dtype, bytes of weights, inputs and outputs ÷ bandwidth). The roofline adds up " +
        "layers that run alone; the lower bound is the best case, fused and with what fits on the chip staying there; the estimate is fused, at the parts " +
        "of peak rate and bandwidth that a runtime was measured to reach.",
    },
  ],
  measure({ graph, batch }, profile) {
    const memory = memoryOf(profile);
    const roofline = measureRoofline(graph, profile, memory);
    const bound = measureLowerBound(graph, profile, memory);
    const layers = new Map<Layer, Readonly<Record<string, Figure | string>>>(roofline.layers);
    for (const [layer, facts] of bound.layers) layers.set(layer, { ...layers.get(layer), ...facts });
    const estimates = measureEstimates(graph, profile, memory, batch);
    for (const [layer, estimate] of estimates.layers) layers.set(layer, { ...layers.get(layer), estimate });
    const { totals } = roofline;
    return {
      totals: {
        roofline: totals.roofline,
        overlapped: largestFigure([totals.compute, totals.memory]),
        "lower-bound": bound.total,
        ...(estimates.total && { estimate: estimates.total }),
        "compute-bound": totals["compute-bound"],
        "memory-bound": totals["memory-bound"],
        "ridge-point": ridgePoint(profile, memory, roofline.peaks),
      },
      layers,
      tables: { roofs: roofTable(profile, memory, roofline.peaks), groups: bound.groups, ...estimates.tables },
      diagnostics: [
        ...unverifiedFigures(profile, "latency and throughput", figuresUsed(profile, roofline.peaks.keys())),
        ...estimates.diagnostics,
      ],
    };
  },
});

/** Paths of the profile's figures that times rest on. */
function figuresUsed({ memory }: HardwareProfile, peaks: Iterable<DType>): readonly string[] {
  const levels = memory.flatMap(({ level, onChip }) => [
    `memory.${level}.bandwidth`,
    ...(onChip === true ? [`memory.${level}.capacity`] : []),
  ]);
  return [...[...peaks].map((dtype) => `peak.${dtype}`), ...levels];
}

/** Where weights and activations have a memory each, there is no one ridge. */
function ridgePoint(profile: HardwareProfile, { weights, activations }: Memory, peaks: ReadonlyMap<DType, number>): Figure {
  const [main] = bySeconds(peaks);
  const bandwidth = weights === activations ? weights?.bandwidth : undefined;
  const peak = main && peakRate(profile, main);
  return peak === undefined || bandwidth === undefined ? UNKNOWN : exact(peak.rate / bandwidth);
}

/** Dtypes, the one that takes most of the time first. */
function bySeconds(peaks: ReadonlyMap<DType, number>): readonly DType[] {
  return [...peaks].toSorted(([, a], [, b]) => b - a).map(([dtype]) => dtype);
}

/** The limits that layers were timed against. */
function roofTable(profile: HardwareProfile, { activations }: Memory, peaks: ReadonlyMap<DType, number>): Table {
  const bandwidth = activations?.bandwidth === undefined ? UNKNOWN : exact(activations.bandwidth);
  return {
    title: "Roofs",
    columns: [
      { name: "dtype", description: "what layers compute in, the one that takes most of the time first" },
      { name: "peak", unit: "OP/s", description: "dense peak rate" },
      { name: "memory", description: "where activations move to and from" },
      { name: "bandwidth", unit: "bytes/s", description: "of that memory" },
    ],
    rows: bySeconds(peaks).map((dtype) => [dtype, exact(peakRate(profile, dtype)!.rate), activations?.level ?? null, bandwidth]),
  };
}
