import type { Efficiency } from "@modelgauge/core";
import { crossValidate, fit, median, type Sample } from "./fit.ts";
import { dtypeOf, type Measurement, measurements } from "./measurements.ts";
import { sampleOf } from "./samples.ts";

/** Measurements that one set of efficiencies tells of: one device, runtime and layout of tensors. */
export interface Setting {
  readonly device: string;
  /** Kebab-case. */
  readonly name: string;
  /** `PyTorch 2.9, compiled, NCHW` */
  readonly runtime: string;
  readonly measurements: readonly [Measurement, ...Measurement[]];
}

/** The settings of all measurements; those of one device fastest first. */
export function settings(): readonly Setting[] {
  const groups = new Map<string, [Measurement, ...Measurement[]]>();
  for (const measurement of measurements) {
    const key = `${measurement.device} ${measurement.runtime} ${measurement.layout}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [measurement]);
    else group.push(measurement);
  }
  return [...groups.values()]
    .toSorted((a, b) => (a[0].device < b[0].device ? -1 : a[0].device > b[0].device ? 1 : 0) || logSeconds(a) - logSeconds(b))
    .map((group) => {
      const [{ device, runtime, layout }] = group;
      const [library, version, mode] = runtime.split(" ") as [string, string, string];
      return {
        device,
        name: `${runtime} ${layout}`.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
        runtime: `${library.replace("pytorch", "PyTorch")} ${version}, ${mode}, ${layout}`,
        measurements: group,
      };
    });
}

function logSeconds(group: readonly Measurement[]): number {
  return group.reduce((sum, { latency_s: seconds }) => sum + Math.log(seconds), 0);
}

/** How well estimates do on what they were not fitted to: relative errors, network by network. */
export interface Validation {
  readonly samples: readonly Sample[];
  /** Each network estimated by all others. */
  readonly byNetwork: readonly number[];
  /** Each network estimated by those of other families. */
  readonly byFamily: readonly number[];
}

/** Fits the efficiencies of a setting, and cross-validates them. */
export async function efficiencyOf({
  name,
  runtime,
  measurements,
}: Setting): Promise<{ readonly efficiency: Efficiency; readonly validation: Validation }> {
  const [first] = measurements;
  const samples = await Promise.all(measurements.map(sampleOf));
  // Batches of 1,024 hide what launching takes.
  const fitsLaunch = first.batch === 1;
  const { compute, memory, launch } = fit(samples, fitsLaunch);
  const byNetwork = crossValidate(samples, (sample) => sample.name, fitsLaunch);
  const byFamily = crossValidate(samples, (sample) => sample.family, fitsLaunch);
  return {
    efficiency: {
      name,
      runtime,
      dtype: dtypeOf(first),
      batch: first.batch,
      compute: Object.fromEntries(Object.entries(compute).map(([kind, part]) => [kind, twoDigits(part)])),
      memory: twoDigits(memory),
      ...(fitsLaunch && { launch: twoDigits(launch) }),
      error: twoDigits(median(byNetwork.map(Math.abs))),
    },
    validation: { samples, byNetwork, byFamily },
  };
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
