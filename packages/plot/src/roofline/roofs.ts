import type { ReportHardware } from "@modelgauge/core";
import { valueOf, wordsIn } from "../words.ts";

/** What a device can do at most. */
export interface Roof {
  readonly dtype: string;
  /** Operations per second. */
  readonly peak: number;
  /** Bytes per second; undefined where it is not known. */
  readonly bandwidth: number | undefined;
  /** Name of the memory. */
  readonly memory: string;
}

/** The roofs that a report tells of, the one under which most of the time is spent first. */
export function roofsOf({ tables }: ReportHardware): readonly Roof[] {
  return (tables["latency"]?.["roofs"]?.rows ?? []).flatMap(([dtype, peak, memory, bandwidth]) => {
    const rate = valueOf(peak);
    return rate === undefined ? [] : [{ dtype: wordsIn(dtype), peak: rate, bandwidth: valueOf(bandwidth), memory: wordsIn(memory) }];
  });
}
