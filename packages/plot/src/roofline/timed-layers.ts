import type { Report, ReportHardware, ReportLayer } from "@modelgauge/core";
import { valueOf } from "../words.ts";

/** What holds a layer back; undefined where that is not known. */
export type Bound = "compute" | "memory" | undefined;

/** A layer that takes time. */
export interface TimedLayer {
  readonly name: string;
  /** It takes when it runs alone. */
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

/** The layers of a device that take time. What a layer that holds bodies takes is told by those inside. */
export function timedLayers(report: Report, device: ReportHardware): TimedLayers {
  const outer = new Set(withBodies(report.layers));
  const all: TimedLayer[] = [];
  const points: LayerPoint[] = [];
  for (const { name, metrics } of device.layers) {
    const { intensity, performance, roofline, bound } = metrics["latency"] ?? {};
    const [x, y, seconds] = [valueOf(intensity) ?? 0, valueOf(performance) ?? 0, valueOf(roofline) ?? 0];
    if (seconds <= 0 || outer.has(name)) continue;
    const layer = { name, seconds, bound: bound === "compute" || bound === "memory" ? bound : undefined } as const;
    all.push(layer);
    if (x > 0 && y > 0) points.push({ ...layer, intensity: x, performance: y });
  }
  return { all, points };
}

/** Layers, the one that takes longest first. */
export function byTime<T extends TimedLayer>(layers: readonly T[]): readonly T[] {
  return layers.toSorted((a, b) => b.seconds - a.seconds);
}

function withBodies(layers: readonly ReportLayer[]): readonly string[] {
  return layers.flatMap(({ name, bodies }) => (bodies === undefined ? [] : [name, ...bodies.flatMap((body) => withBodies(body.layers))]));
}
