import { WORK_CLASSES, type WorkClass } from "@modelgauge/core";

/** What one fused group takes at the device's peaks, in seconds. */
export interface GroupAtPeak {
  readonly macs: Readonly<Partial<Record<WorkClass, number>>>;
  readonly others: number;
  readonly transfers: number;
}

/** One network on one device. */
export interface Sample {
  readonly name: string;
  /** What it must be left out together with, for an error to be that of something new. */
  readonly family: string;
  readonly groups: readonly GroupAtPeak[];
  /** Measured seconds. */
  readonly latency: number;
}

/** What is fitted: parts of the peaks, and seconds to launch a group. */
export interface Parameters {
  readonly compute: Readonly<Partial<Record<WorkClass, number>>>;
  readonly memory: number;
  readonly launch: number;
}

/** Products of activations are fitted with other products: few networks have any, and these little. */
const FITTED_WITH: Readonly<Partial<Record<WorkClass, WorkClass>>> = { attention: "matmul" };

/** Errors up to about this size count by their square, larger ones by their size: outliers must not decide. */
const TOLERATED = 0.05;

/** By how much a class must better the fit to be told of, as a part of the mean loss. */
const TOLD_FROM = 0.001;

const FITTED = WORK_CLASSES.filter((kind) => FITTED_WITH[kind] === undefined);

/** Seconds of a network, by the formula of `latency.estimate`. A class without an efficiency runs at peak. */
export function predict(groups: readonly GroupAtPeak[], { compute, memory, launch }: Parameters): number {
  // Called millions of times by a fit.
  let seconds = 0;
  for (const { macs, others, transfers } of groups) {
    let products = 0;
    for (const kind of WORK_CLASSES) {
      const atPeak = macs[kind];
      if (atPeak !== undefined) products += atPeak / (compute[kind] ?? 1);
    }
    seconds += Math.max(products, others, transfers / memory) + launch;
  }
  return seconds;
}

/**
 * Fits efficiencies to measured latencies.
 *
 * @param fitsLaunch whether the measurements are of runs so short that launching shows
 */
export function fit(samples: readonly Sample[], fitsLaunch: boolean): Parameters {
  const present = FITTED.filter((kind) => samples.some(({ groups }) => groups.some(({ macs }) => macs[kind] !== undefined)));
  const parametersOf = (point: readonly number[]): Parameters => {
    const own = Object.fromEntries(present.map((kind, index) => [kind, Math.exp(point[index]!)]));
    const shared = Object.entries(FITTED_WITH).flatMap(([kind, like]) => (own[like] === undefined ? [] : [[kind, own[like]] as const]));
    return {
      compute: { ...own, ...Object.fromEntries(shared) },
      memory: Math.exp(point[present.length]!),
      launch: fitsLaunch ? Math.exp(point[present.length + 1]!) : 0,
    };
  };
  // From low efficiencies, where every class holds some group back: one that holds none back would not be fitted.
  const start = [...present.map(() => Math.log(0.3)), Math.log(0.3), ...(fitsLaunch ? [Math.log(1e-5)] : [])];
  const highest = [...present.map(() => 0), 0, ...(fitsLaunch ? [Math.log(1e-3)] : [])];
  const loss = (point: readonly number[]): number => lossOf(samples, parametersOf(point));
  const best = patternSearch(loss, start, highest);
  const told = present.filter((_, index) => loss(best.with(index, 0)) > loss(best) * (1 + TOLD_FROM));
  const { compute, ...rest } = parametersOf(best);
  return {
    ...rest,
    compute: Object.fromEntries(
      Object.entries(compute).filter(([kind]) => told.includes(FITTED_WITH[kind as WorkClass] ?? (kind as WorkClass))),
    ),
  };
}

function lossOf(samples: readonly Sample[], parameters: Parameters): number {
  const losses = samples.map(({ groups, latency }) => {
    const error = Math.log(predict(groups, parameters) / latency) / TOLERATED;
    return Math.sqrt(1 + error * error) - 1;
  });
  return losses.reduce((sum, each) => sum + each, 0) / samples.length;
}

/** Minimises a function by moves along each coordinate, ever smaller ones, and along what moved last (Hooke and Jeeves, 1961). */
function patternSearch(
  loss: (point: readonly number[]) => number,
  start: readonly number[],
  highest: readonly number[],
): readonly number[] {
  const within = (point: readonly number[]): readonly number[] => point.map((value, index) => Math.min(value, highest[index]!));
  const explore = (from: readonly number[], step: number): readonly number[] => {
    let best = from;
    for (let index = 0; index < from.length; index++) {
      const tried = [best.with(index, best[index]! + step), best.with(index, best[index]! - step)].map(within);
      best = [best, ...tried].reduce((a, b) => (loss(b) < loss(a) ? b : a));
    }
    return best;
  };
  let best = start;
  for (let step = 0.5; step > 1e-4; step /= 2) {
    for (;;) {
      const next = explore(best, step);
      if (loss(next) >= loss(best)) break;
      const further = explore(within(next.map((value, index) => 2 * value - best[index]!)), step);
      best = loss(further) < loss(next) ? further : next;
    }
  }
  return best;
}

/** Relative errors of samples, each estimated by a fit that none of its part took part in. */
export function crossValidate(samples: readonly Sample[], partOf: (sample: Sample) => string, fitsLaunch: boolean): readonly number[] {
  const fits = new Map<string, Parameters>();
  return samples.map((sample) => {
    const part = partOf(sample);
    const others =
      fits.get(part) ??
      fit(
        samples.filter((other) => partOf(other) !== part),
        fitsLaunch,
      );
    fits.set(part, others);
    return predict(sample.groups, others) / sample.latency - 1;
  });
}

/** The middle of numbers, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}
