import type { Bindings, Precision } from "@modelgauge/core";

/** What a sweep varies: every combination is a run. */
export interface SweepRanges {
  /** Paths of model files. */
  readonly models: readonly string[];
  /** Sizes of each dim, in the order in which dims are named. */
  readonly dims: Readonly<Record<string, readonly number[]>>;
  /** Types of inputs in place of the files'. */
  readonly inputs: NonNullable<Bindings["inputs"]>;
  readonly precisions: readonly Precision[];
  /** Devices by id or path; none: the network alone. */
  readonly devices: readonly string[];
}

/** One run of a sweep. */
export interface SweepRun {
  /** Its place among all runs, from 0. */
  readonly run: number;
  readonly model: string;
  readonly dims: Readonly<Record<string, number>>;
  readonly inputs: NonNullable<Bindings["inputs"]>;
  readonly precision: Precision;
  readonly device: string | undefined;
}

/** All runs in their order: models outermost, then precisions, devices, and dims, the last named one innermost. */
export function sweepRuns({ models, dims, inputs, precisions, devices }: SweepRanges): readonly SweepRun[] {
  const sizes = Object.entries(dims).reduce<readonly Readonly<Record<string, number>>[]>(
    (before, [name, values]) => before.flatMap((bound) => values.map((size) => ({ ...bound, [name]: size }))),
    [{}],
  );
  return models
    .flatMap((model) =>
      precisions.flatMap((precision) =>
        (devices.length === 0 ? [undefined] : devices).flatMap((device) =>
          sizes.map((bound) => ({ model, precision, device, dims: bound, inputs })),
        ),
      ),
    )
    .map((each, run) => ({ run, ...each }));
}

/** Part `index` of `count`: every `count`-th run, from run `index` − 1 on. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** The runs of a part. */
export function shardOf(runs: readonly SweepRun[], { index, count }: Shard): readonly SweepRun[] {
  return runs.filter(({ run }) => run % count === index - 1);
}
