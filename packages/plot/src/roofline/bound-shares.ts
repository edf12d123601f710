import type { ReportHardware } from "@modelgauge/core";
import { counted, share, valueOf } from "../words.ts";
import type { Bound, TimedLayer } from "./timed-layers.ts";

/** What one thing that holds layers back comes to. */
export interface BoundShare {
  readonly bound: Bound;
  readonly layers: number;
  /** Seconds of the whole run, as the report tells them. */
  readonly seconds: number;
}

/** Seconds that a run takes, layer after layer. */
export function secondsOf({ totals }: ReportHardware): number {
  return valueOf(totals["latency"]?.["roofline"]) ?? 0;
}

/** How many layers arithmetic and transfers hold back, and for how long; what is not known of where there is such a layer. */
export function boundShares(device: ReportHardware, layers: readonly TimedLayer[]): readonly BoundShare[] {
  const held = (["compute", "memory"] as const).map((bound) => ({
    bound,
    layers: layers.filter((layer) => layer.bound === bound).length,
    seconds: valueOf(device.totals["latency"]?.[`${bound}-bound`]) ?? 0,
  }));
  const unknown = layers.length - held.reduce((sum, each) => sum + each.layers, 0);
  const rest = secondsOf(device) - held.reduce((sum, { seconds }) => sum + seconds, 0);
  return unknown === 0 ? held : [...held, { bound: undefined, layers: unknown, seconds: Math.max(0, rest) }];
}

/** `memory-bound`, `bound not known`. */
export function boundWords(bound: Bound): string {
  return bound === undefined ? "bound not known" : `${bound}-bound`;
}

/** `memory-bound: 482 layers, 75 % of the time` */
export function shareWords({ bound, layers, seconds }: BoundShare, whole: number): string {
  return `${boundWords(bound)}: ${counted(layers, "layer")}, ${share(seconds, whole)} of the time`;
}
