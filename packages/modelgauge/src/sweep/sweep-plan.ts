import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Bindings, HardwareProfile, Precision } from "@modelgauge/core";
import { usageError } from "../usage-error.ts";

/** The most runs of a sweep. */
export const MOST_RUNS = 1e7;

/** What a sweep varies: every combination is a run. */
export interface SweepRanges {
  /** Paths of model files. */
  readonly models: readonly string[];
  /** Sizes of each dim, in the order in which dims are named. */
  readonly dims: Readonly<Record<string, readonly number[]>>;
  /** Types of inputs in place of the files'. */
  readonly inputs: NonNullable<Bindings["inputs"]>;
  readonly precisions: readonly Precision[];
  /** None: the networks alone. */
  readonly devices: readonly HardwareProfile[];
}

/** One run of a sweep: plain data, which may be handed to a worker. */
export interface SweepRun {
  /** Its place among all runs, from 0. */
  readonly run: number;
  /** Path of the model's file. */
  readonly path: string;
  /** What answers call the model: its file's name, with as much of its folders as tells it from the others. */
  readonly model: string;
  readonly dims: Readonly<Record<string, number>>;
  readonly inputs: NonNullable<Bindings["inputs"]>;
  readonly precision: Precision;
  readonly device: HardwareProfile | undefined;
}

/** Part `index` of `count`: every `count`-th run, from run `index` − 1 on. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** All runs of a sweep in their order: models outermost, then precisions, devices, and dims, the last named one innermost. */
export class SweepPlan {
  /** How many runs there are. */
  readonly count: number;
  /** Tells sweeps apart: the same for all parts of one. */
  readonly id: string;
  readonly #ranges: SweepRanges;
  readonly #names: readonly string[];
  readonly #dims: readonly (readonly [string, readonly number[]])[];
  readonly #devices: readonly (HardwareProfile | undefined)[];

  /**
   * What is named twice counts once.
   *
   * @throws ModelGaugeError `usage` where there are too many runs, or two devices of one id
   */
  constructor({ models, dims, inputs, precisions, devices }: SweepRanges) {
    const once = <T>(items: readonly T[]): readonly T[] => [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
    this.#ranges = { models: once(models), dims, inputs, precisions: once(precisions), devices: once(devices) };
    this.#names = namesOf(this.#ranges.models);
    this.#dims = Object.entries(dims).map(([name, sizes]) => [name, once(sizes)] as const);
    this.#devices = devices.length === 0 ? [undefined] : this.#ranges.devices;
    const ids = this.#ranges.devices.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) throw usageError(`two devices are called "${twice}"`);
    const sizes = this.#dims.reduce((product, [, values]) => product * values.length, 1);
    this.count = this.#names.length * this.#ranges.precisions.length * this.#devices.length * sizes;
    if (this.count > MOST_RUNS) throw usageError(`a sweep has ${MOST_RUNS} runs at most, this one would have ${this.count}`);
    const told = [this.#names, this.#ranges.precisions, this.#ranges.devices, this.#dims, inputs];
    this.id = createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 12);
  }

  /** The run at a place. */
  run(place: number): SweepRun {
    let rest = place;
    const next = (choices: number): number => {
      const choice = rest % choices;
      rest = Math.floor(rest / choices);
      return choice;
    };
    const bound = this.#dims.toReversed().map(([name, sizes]) => [name, sizes[next(sizes.length)]!] as const);
    const device = this.#devices[next(this.#devices.length)];
    const precision = this.#ranges.precisions[next(this.#ranges.precisions.length)]!;
    const model = this.#names[rest]!;
    const path = this.#ranges.models[rest]!;
    return { run: place, path, model, dims: Object.fromEntries(bound.toReversed()), inputs: this.#ranges.inputs, precision, device };
  }

  /** The runs of a part, or all. */
  *runs({ index, count }: Shard = { index: 1, count: 1 }): Generator<SweepRun> {
    for (let place = index - 1; place < this.count; place += count) yield this.run(place);
  }
}

/** File names, each with as many of its folders in front as tell it from the others. */
function namesOf(paths: readonly string[]): readonly string[] {
  const steps = paths.map((path) => path.split(/[/\\]/).filter((step) => step !== "" && step !== "."));
  return steps.map((own, index) => {
    for (let length = 1; length <= own.length; length++) {
      const name = own.slice(-length).join("/");
      const alike = steps.some((other, place) => place !== index && other.slice(-length).join("/") === name);
      if (!alike) return name;
    }
    return own.join("/") || basename(paths[index]!);
  });
}
