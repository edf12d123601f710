import { type Figure, formatPrecision } from "@modelgauge/core";
import type { SweepLine } from "./sweep-line.ts";

/** Part of the best throughput from which a curve is past its knee. */
const KNEE = 0.9;

/** Which latency and throughput of a device are followed. */
export type Measure = "estimate" | "bound";

/** What one network does on one device as one dim grows. */
export interface Curve {
  /** What all its runs share. */
  readonly name: string;
  readonly dim: string;
  /** By size; those that failed are left out. */
  readonly lines: readonly SweepLine[];
  /** What the first of the runs that failed says. */
  readonly failure: string | undefined;
  /** The smallest size that reaches 90 % of the best throughput of those that fit; undefined where throughput falls with the size, as with that of images. */
  readonly knee: number | undefined;
  /** The largest size that fits the device's memory, where a larger one does not. */
  readonly memoryLimit: number | undefined;
}

/** What all runs on devices can be followed by: the estimate where all have one, else the bound. */
export function measureOf(lines: readonly SweepLine[]): Measure {
  const onDevices = lines.filter(({ hardware }) => hardware !== undefined);
  const estimated = onDevices.every((line) => (latencyOf(line, "estimate")?.value ?? null) !== null);
  return onDevices.length > 0 && estimated ? "estimate" : "bound";
}

/** Seconds of a run. */
export function latencyOf({ hardware }: SweepLine, measure: Measure): Figure | undefined {
  return hardware?.["latency"]?.[measure === "estimate" ? "estimate" : "lower-bound"];
}

/** Samples per second of a run. */
export function throughputOf({ hardware }: SweepLine, measure: Measure): Figure | undefined {
  return hardware?.["throughput"]?.[measure === "estimate" ? "estimate" : "upper-bound"];
}

/** Whether a run fits the device's memory; undefined where that is not known. */
export function fits({ hardware }: SweepLine): boolean | undefined {
  const { value, status } = hardware?.["fit"]?.["headroom"] ?? { value: null, status: "unknown" };
  if (value === null) return undefined;
  return value < 0 ? (status === "at-least" ? undefined : false) : status === "at-most" ? undefined : true;
}

/**
 * The curves of a sweep on devices over its batch, or, where it does not vary that, over the dim that it varies innermost; none where it
 * varies no dim.
 *
 * @param measure what knees are found by; each curve's own where it is left out
 */
export function curvesOf(lines: readonly SweepLine[], measure?: Measure): readonly Curve[] {
  const varied = [...new Set(lines.flatMap(({ dims }) => Object.keys(dims)))].filter(
    (name) => new Set(lines.map(({ dims }) => dims[name])).size > 1,
  );
  const dim = varied.includes("batch") ? "batch" : varied.at(-1);
  if (dim === undefined) return [];
  const groups = new Map<string, SweepLine[]>();
  for (const line of lines) {
    if (line.device === null) continue;
    const name = nameOf(line, dim);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return [...groups].map(([name, group]) => {
    const sorted = group.filter(({ hardware }) => hardware !== undefined).toSorted((a, b) => a.dims[dim]! - b.dims[dim]!);
    const by = measure ?? measureOf(sorted);
    const limit = sorted.findLast((line) => fits(line) === true);
    const exceeds = sorted.some((line) => fits(line) === false);
    return {
      name,
      dim,
      lines: sorted,
      failure: group.find(({ error }) => error !== undefined)?.error?.message,
      knee: kneeOf(
        sorted.filter((line) => fits(line) !== false).map((line) => ({ size: line.dims[dim]!, rate: throughputOf(line, by)?.value ?? 0 })),
      ),
      memoryLimit: exceeds ? limit?.dims[dim] : undefined,
    };
  });
}

function kneeOf(points: readonly { readonly size: number; readonly rate: number }[]): number | undefined {
  const best = Math.max(...points.map(({ rate }) => rate));
  const [first, last] = [points[0]?.rate ?? 0, points.at(-1)?.rate ?? 0];
  return best > 0 && last >= KNEE * first ? points.find(({ rate }) => rate >= KNEE * best)?.size : undefined;
}

/** `resnet18.onnx, nvidia-t4, activations float16, seq 128` */
function nameOf({ model, device, precision, dims }: SweepLine, dim: string): string {
  const others = Object.entries(dims).flatMap(([name, size]) => (name === dim ? [] : [`${name} ${size}`]));
  return [model, device, formatPrecision(precision), ...others].filter(Boolean).join(", ");
}
