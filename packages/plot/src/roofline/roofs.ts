import type { ReportHardware } from "@modelgauge/core";
import { valueOf, wordsIn } from "../words.ts";

/** What a device can do at most. */
export interface Roof {
  /** What is computed at this rate. */
  readonly dtypes: readonly string[];
  /** Operations per second. */
  readonly peak: number;
  /** Bytes per second; undefined where it is not known. */
  readonly bandwidth: number | undefined;
  /** Name of the memory. */
  readonly memory: string;
}

/** The roofs that a report tells of, the one under which most of the time is spent first. Dtypes of one rate share a roof. */
export function roofsOf({ tables }: ReportHardware): readonly Roof[] {
  const roofs = new Map<string, Roof>();
  for (const [dtype, peak, memory, bandwidth] of tables["latency"]?.["roofs"]?.rows ?? []) {
    const [rate, bytes] = [valueOf(peak), valueOf(bandwidth)];
    if (rate === undefined) continue;
    const key = `${rate} ${bytes}`;
    const dtypes = [...(roofs.get(key)?.dtypes ?? []), wordsIn(dtype)];
    roofs.set(key, { dtypes, peak: rate, bandwidth: bytes, memory: wordsIn(memory) || "memory" });
  }
  return [...roofs.values()];
}
