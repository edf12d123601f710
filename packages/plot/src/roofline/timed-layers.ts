import type { Report, ReportBody, ReportHardware, ReportLayer } from "@modelgauge/core";
import { valueOf } from "../words.ts";

/** What holds a layer back; undefined where that is not known. */
export type Bound = "compute" | "memory" | undefined;

/** A layer that takes time. */
export interface TimedLayer {
  readonly name: string;
  /** It takes when it runs alone, all its runs together. */
  readonly seconds: number;
  readonly bound: Bound;
}

/** A layer under the roof. */
export interface LayerPoint extends TimedLayer {
  /** Operations per byte. */
  readonly intensity: number;
  /** Operations per second. */
  readonly performance: number;
}

/** The layers of a device that take time, and, of these, those with operations and so a place under the roof. */
export interface TimedLayers {
  readonly all: readonly TimedLayer[];
  readonly points: readonly LayerPoint[];
}

/**
 * The layers of a device that take time. What a layer that holds bodies takes is told by those inside, for all their runs; of alternatives,
 * by the one that takes longest.
 */
export function timedLayers(report: Report, device: ReportHardware): TimedLayers {
  const once = new Map(device.layers.map(({ name, metrics }) => [name, valueOf(metrics["latency"]?.["roofline"]) ?? 0]));
  const runs = new Map(runsOf(report.layers, once, 1));
  const all: TimedLayer[] = [];
  const points: LayerPoint[] = [];
  for (const { name, metrics } of device.layers) {
    const { intensity, performance, bound } = metrics["latency"] ?? {};
    const seconds = once.get(name)! * (runs.get(name) ?? 1);
    if (seconds <= 0) continue;
    const layer = { name, seconds, bound: bound === "compute" || bound === "memory" ? bound : undefined } as const;
    all.push(layer);
    const [x, y] = [valueOf(intensity) ?? 0, valueOf(performance) ?? 0];
    if (x > 0 && y > 0) points.push({ ...layer, intensity: x, performance: y });
  }
  return { all, points };
}

/** How often layers run; those that hold bodies not at all, as their bodies do. */
function runsOf(layers: readonly ReportLayer[], once: ReadonlyMap<string, number>, times: number): readonly (readonly [string, number])[] {
  const takes = (body: ReportBody): number => body.layers.reduce((sum, { name }) => sum + (once.get(name) ?? 0), 0);
  return layers.flatMap(({ name, bodies }) => {
    if (bodies === undefined) return [[name, times] as const];
    const [longest] = bodies.filter(({ alternative }) => alternative).toSorted((a, b) => takes(b) - takes(a));
    const inside = bodies.flatMap((body) => runsOf(body.layers, once, body.alternative && body !== longest ? 0 : times * body.runs));
    return [[name, 0] as const, ...inside];
  });
}

/** Layers, the one that takes longest first. */
export function byTime<T extends TimedLayer>(layers: readonly T[]): readonly T[] {
  return layers.toSorted((a, b) => b.seconds - a.seconds);
}
