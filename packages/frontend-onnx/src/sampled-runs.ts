import {
  combine,
  elementsIn,
  type Graph,
  isTensorType,
  ModelGaugeError,
  sameType,
  type Status,
  type Tensor,
  type ValueType,
} from "@modelgauge/core";
import { decisionOf } from "./decision.ts";
import type { BodyOptions } from "./operator.ts";

/** What a body's input is like. */
export type CarriedValue = Pick<Tensor, "type" | "status" | "values">;

/** Runs whose values change from one to the next. */
export interface ChangingRuns {
  /** How many. */
  readonly trips: number;
  /** How surely there is a first one. */
  readonly first: Status;
  /** How surely there are all. */
  readonly status: Status;
  readonly describe: (run: number, carried: readonly CarriedValue[]) => Graph;
}

/** Runs that are described one by one, however many layers they have. */
const FEW = 6;

/**
 * Describes some runs that stand for all, one after the other; undefined where the runs do not tell what the others are like.
 *
 * Where they are few, each is described with what the one before leaves. Otherwise sizes and known numbers must change by as much from
 * each run to the next: then the middle one of some runs in a row stands for these. That is exact where all that the body does grows
 * evenly, else an estimate.
 */
export function sampledRuns(runs: ChangingRuns, before: readonly CarriedValue[], affordable: number): readonly BodyOptions[] | undefined {
  return runs.trips <= Math.max(FEW, affordable) ? eachRun(runs, before) : evenRuns(runs, before);
}

function eachRun({ trips, first, status, describe }: ChangingRuns, before: readonly CarriedValue[]): readonly BodyOptions[] | undefined {
  const bodies: BodyOptions[] = [];
  let values = before;
  for (let run = 0; run < trips; run++) {
    const graph = run === 0 || status === "exact" ? describe(run, values) : possible(() => describe(run, values));
    // The loop ends before a run that fails.
    if (graph === undefined) break;
    bodies.push({ name: "body", graph, runs: 1, status: run === 0 ? first : status });
    if (decisionOf(graph.outputs[0]!) === false) break;
    values = carriedBy(graph, values.length);
    if (values.some(({ type }) => type === undefined)) return undefined;
  }
  return bodies;
}

function evenRuns({ trips, first, status, describe }: ChangingRuns, before: readonly CarriedValue[]): readonly BodyOptions[] | undefined {
  const second = carriedBy(describe(0, before), before.length);
  const valuesIn = (run: number): readonly CarriedValue[] => before.map((value, index) => after(value, second[index]!, run));
  const samples: (Sample & { readonly graph: Graph })[] = [];
  for (const { run, runs } of samplesOf(trips)) {
    const values = valuesIn(run);
    const graph = values.some(({ type }) => type === undefined) ? undefined : possible(() => describe(run, values));
    const expected = valuesIn(run + 1);
    const even = graph && carriedBy(graph, before.length).every((value, index) => agrees(value, expected[index]!));
    if (!even || (run < trips - 1 && decisionOf(graph.outputs[0]!) === false)) return undefined;
    samples.push({ run, runs, graph });
  }
  const inBetween = growEvenly(samples) ? status : combine(status, "estimate");
  return samples.map(({ run, runs, graph }) => ({
    name: "body",
    graph,
    runs,
    status: run === 0 ? first : runs === 1 ? status : inBetween,
  }));
}

/** What is described, unless that is no network. */
function possible(describe: () => Graph): Graph | undefined {
  try {
    return describe();
  } catch (error) {
    if (error instanceof ModelGaugeError && error.code !== "too-large") return undefined;
    throw error;
  }
}

interface Sample {
  readonly run: number;
  /** How many runs it stands for: as many before it as after it. */
  readonly runs: number;
}

/** The first two runs, the last one, and the middle ones of three or four odd numbers of runs in between. */
function samplesOf(trips: number): readonly Sample[] {
  const left = trips - 3;
  const count = left % 2 === 0 ? 4 : 3;
  const share = Math.floor(left / count);
  const odd = share % 2 === 0 ? share - 1 : share;
  const lengths = [...new Array<number>(count - 1).fill(odd), left - (count - 1) * odd];
  let next = 2;
  const inBetween = lengths.map((runs): Sample => {
    next += runs;
    return { run: next - (runs + 1) / 2, runs };
  });
  return [{ run: 0, runs: 1 }, { run: 1, runs: 1 }, ...inBetween, { run: trips - 1, runs: 1 }];
}

/** A value after so many runs, each of which changes it by as much as the first. */
function after(first: CarriedValue, second: CarriedValue, runs: number): CarriedValue {
  const type = first.type && second.type && typeAfter(first.type, second.type, runs);
  const steps = first.values?.map((value, index) => [Number(value), Number(second.values?.[index])] as const);
  const values = steps?.map(([from, to]) => from + runs * (to - from));
  return { type, status: combine(first.status, second.status), ...(values?.every(Number.isSafeInteger) && { values }) };
}

function typeAfter(first: ValueType, second: ValueType, runs: number): ValueType | undefined {
  if (sameType(first, second)) return first;
  if (!isTensorType(first) || !isTensorType(second) || first.shape.length !== second.shape.length) return undefined;
  const shape = first.shape.map((size, axis) => size + runs * (second.shape[axis]! - size));
  return shape.some((size) => size < 0) ? undefined : { dtype: first.dtype, shape };
}

function agrees({ type, values }: CarriedValue, expected: CarriedValue): boolean {
  return (
    type !== undefined &&
    sameType(type, expected.type) &&
    (values === undefined || expected.values === undefined || values.every((value, index) => Number(value) === expected.values![index]))
  );
}

function carriedBy({ outputs }: Graph, count: number): readonly CarriedValue[] {
  return outputs.slice(1, 1 + count);
}

/** Whether each amount of work and each size changes by as much from any run to the next. */
function growEvenly(samples: readonly (Sample & { readonly graph: Graph })[]): boolean {
  const amounts = samples.map(({ graph }) => amountsIn(graph, 1));
  const [from, to] = [amounts[0]!, amounts.at(-1)!];
  const span = samples.at(-1)!.run;
  return amounts.every(
    (each, sample) =>
      each.length === from.length &&
      each.every((amount, index) => (amount - from[index]!) * span === (to[index]! - from[index]!) * samples[sample]!.run),
  );
}

function amountsIn({ layers }: Graph, times: number): readonly number[] {
  return layers.flatMap(({ description, outputs, bodies }) => [
    ...Object.values({ ...description?.work, ...description?.traffic }).map((amount) => times * amount),
    ...outputs.map((output) => times * (output === undefined ? 0 : (elementsIn(output).value ?? 0))),
    ...bodies.flatMap(({ graph, runs }) => amountsIn(graph, times * runs)),
  ]);
}
