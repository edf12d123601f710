import type { ReportHardware } from "@modelgauge/core";
import { valueOf } from "../words.ts";

/** A layer under the roof. */
export interface LayerPoint {
  readonly name: string;
  /** Operations per byte. */
  readonly intensity: number;
  /** Operations per second. */
  readonly performance: number;
  /** It takes when it runs alone. */
  readonly seconds: number;
  /** What holds it back; absent where that is not known. */
  readonly bound: "compute" | "memory" | undefined;
}

/** The layers of a device that compute and move something. */
export function layerPoints({ layers }: ReportHardware): readonly LayerPoint[] {
  return layers.flatMap(({ name, metrics }) => {
    const { intensity, performance, roofline, bound } = metrics["latency"] ?? {};
    const [x, y, seconds] = [valueOf(intensity), valueOf(performance), valueOf(roofline)];
    if (x === undefined || y === undefined || seconds === undefined || x <= 0 || y <= 0) return [];
    return [{ name, intensity: x, performance: y, seconds, bound: bound === "compute" || bound === "memory" ? bound : undefined }];
  });
}
