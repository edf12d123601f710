import { formatPrecision } from "@modelgauge/core";
import type { SweepLine } from "./sweep-line.ts";

/** Part of the best throughput from which a curve is past its knee. */
const KNEE = 0.9;

/** What one network does on one device as one dim grows. */
export interface Curve {
  /** What all its runs share. */
  readonly name: string;
  readonly dim: string;
  /** By size; those that failed are left out. */
  readonly lines: readonly SweepLine[];
  /** The smallest size that reaches 90 % of the best throughput, where larger sizes raise it. */
  readonly knee: number | undefined;
  /** The largest size that fits the device's memory, where a larger one does not. */
  readonly memoryLimit: number | undefined;
}

/** Which throughput and latency of a device are followed: the estimate where all runs have one, else the bound. */
export function measureOf(lines: readonly SweepLine[]): "estimate" | "bound" {
  const onDevices = lines.filter(({ hardware }) => hardware !== undefined);
  const estimated = onDevices.every(({ hardware }) => (hardware?.["latency"]?.["estimate"]?.value ?? null) !== null);
  return onDevices.length > 0 && estimated ? "estimate" : "bound";
}

/** Seconds of a run. */
export function latencyOf({ hardware }: SweepLine, measure: "estimate" | "bound"): number | undefined {
  return hardware?.["latency"]?.[measure === "estimate" ? "estimate" : "lower-bound"]?.value ?? undefined;
}

/** Samples per second of a run. */
export function throughputOf({ hardware }: SweepLine, measure: "estimate" | "bound"): number | undefined {
  return hardware?.["throughput"]?.[measure === "estimate" ? "estimate" : "upper-bound"]?.value ?? undefined;
}

/** Whether a run fits the device's memory; undefined where that is not known. */
export function fits({ hardware }: SweepLine): boolean | undefined {
  const headroom = hardware?.["fit"]?.["headroom"]?.value;
  return headroom === undefined || headroom === null ? undefined : headroom >= 0;
}

/** The curves of a sweep on devices over the dim that it varies innermost; none where it varies no dim. */
export function curvesOf(lines: readonly SweepLine[]): readonly Curve[] {
  const dim = [...new Set(lines.flatMap(({ dims }) => Object.keys(dims)))].findLast(
    (name) => new Set(lines.map(({ dims }) => dims[name])).size > 1,
  );
  if (dim === undefined) return [];
  const measure = measureOf(lines);
  const groups = new Map<string, SweepLine[]>();
  for (const line of lines) {
    if (line.hardware === undefined) continue;
    const name = nameOf(line, dim);
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups].map(([name, group]) => {
    const sorted = group.toSorted((a, b) => a.dims[dim]! - b.dims[dim]!);
    const rates = sorted.map((line) => throughputOf(line, measure) ?? 0);
    const best = Math.max(...rates);
    const rises = best > 0 && rates.at(-1)! >= rates[0]!;
    const knee = rises ? sorted.find((_, index) => rates[index]! >= KNEE * best) : undefined;
    const limit = sorted.findLast((line) => fits(line) === true);
    const exceeds = sorted.some((line) => fits(line) === false);
    return { name, dim, lines: sorted, knee: knee?.dims[dim], memoryLimit: exceeds ? limit?.dims[dim] : undefined };
  });
}

/** `resnet18.onnx, nvidia-t4, activations float16, seq 128` */
function nameOf({ model, device, precision, dims }: SweepLine, dim: string): string {
  const others = Object.entries(dims).flatMap(([name, size]) => (name === dim ? [] : [`${name} ${size}`]));
  return [model, device, formatPrecision(precision), ...others].filter(Boolean).join(", ");
}
