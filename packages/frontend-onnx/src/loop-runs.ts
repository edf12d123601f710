import { check, combine, everyLayer, type Graph, sameType, type Status } from "@modelgauge/core";
import { decisionOf } from "./decision.ts";
import type { BodyOptions } from "./operator.ts";
import { type CarriedValue, sampledRuns } from "./sampled-runs.ts";

/** A loop before its first run. */
export interface LoopStart {
  /** The most runs: Infinity where there is no limit, undefined where it is not known. */
  readonly trips: number | undefined;
  /** How surely the trips are known. */
  readonly tripsStatus: Status;
  /** Whether to begin at all; undefined where it is not known. */
  readonly condition: boolean | undefined;
  readonly carried: readonly (CarriedValue | undefined)[];
  /** Describes the body for a run: its number, where it is a certain one, and the carried values before it. */
  readonly describe: (run: number | undefined, carried: readonly CarriedValue[]) => Graph;
}

/** How a loop runs: one body, so often; or, unrolled, several one after the other. */
export interface LoopRuns {
  readonly bodies: readonly BodyOptions[];
  readonly unrolled: boolean;
}

/** The most runs that are described one by one. */
const RUNS_LIMIT = 64;

/** The most layers in runs that are described one by one, those of nested bodies included. */
const LAYERS_LIMIT = 8192;

/**
 * Finds out how often a loop runs, and describes its body for that.
 *
 * Where no carried value changes its type, one description holds for every run. Otherwise, and where only known values tell when the
 * loop ends, the runs are described one by one, each with what the one before leaves, until one description holds for all that are
 * left. When that takes too many, some stand for all; and where nothing tells the end, the number of runs is a bound: at most the trips,
 * where the body may end the loop earlier; at least one where nothing limits it.
 */
export function loopRuns(start: LoopStart): LoopRuns {
  const { trips, tripsStatus, condition, carried } = start;
  const values = carried.map((value) => value ?? { status: "exact" as const });
  const general = describeAny(start.describe, values);
  if (condition === false) return once(general, 0, "exact");
  if (trips !== undefined && trips <= 0) return once(general, 0, tripsStatus);
  const steady = isSteady(general, values);
  const goesOn = decisionOf(general.outputs[0]!);
  const limited = trips !== undefined && trips !== Infinity;
  if (steady && condition === true && goesOn === true && limited) return once(general, trips, tripsStatus);
  const affordable = Math.min(RUNS_LIMIT, LAYERS_LIMIT / (1 + layersIn(general)));
  if (condition === true && trips !== undefined && (goesOn !== true || limited)) {
    const bodies = oneByOne(start, values, Math.min(trips, affordable));
    if (bodies !== undefined) {
      if (!steady) return { bodies: bodies.map((body) => ({ ...body, status: tripsStatus })), unrolled: true };
      const runs = bodies.reduce((sum, body) => sum + body.runs, 0);
      return once(general, runs, tripsStatus);
    }
  }
  if (!limited) return once(general, 1, "at-least");
  const status = condition === true && goesOn === true ? tripsStatus : combine(tripsStatus, "at-most");
  if (steady || keepsTypes(general, values)) return once(general, trips, status);
  const first = condition === true ? tripsStatus : status;
  const bodies = sampledRuns({ trips, first, status, describe: start.describe }, values, affordable);
  return bodies === undefined ? once(general, trips, "estimate") : { bodies, unrolled: true };
}

/** The runs one by one; the last body may stand for all that are left. undefined where they are too many, or nothing tells their end. */
function oneByOne({ trips, describe }: LoopStart, first: readonly CarriedValue[], affordable: number): readonly BodyOptions[] | undefined {
  const bodies: BodyOptions[] = [];
  let values = first;
  for (let run = 0; run < affordable; run++) {
    const graph = describe(run, values);
    bodies.push({ name: "body", graph, runs: 1 });
    const goesOn = decisionOf(graph.outputs[0]!);
    if (goesOn === false || run + 1 === trips) return bodies;
    if (goesOn === undefined) return undefined;
    const before = values;
    values = graph.outputs.slice(1, 1 + values.length);
    if (trips === undefined || trips === Infinity || !values.every(({ type }, index) => sameType(type, before[index]?.type))) continue;
    const general = describeAny(describe, values);
    if (isSteady(general, values) && decisionOf(general.outputs[0]!) === true)
      return [...bodies, { name: "body", graph: general, runs: trips - run - 1 }];
  }
  return undefined;
}

function once(graph: Graph, runs: number, status: Status): LoopRuns {
  return { bodies: [{ name: "body", graph, runs, status }], unrolled: false };
}

/** Describes the body for any run, from types alone. */
function describeAny(describe: LoopStart["describe"], values: readonly CarriedValue[]): Graph {
  const graph = describe(
    undefined,
    values.map(({ type, status }) => ({ type, status })),
  );
  check(
    graph.outputs.length > values.length,
    () => `the body has ${graph.outputs.length} outputs, at least ${values.length + 1} are expected`,
  );
  return graph;
}

/** Whether the body describes all that it holds, and leaves each carried value with the type that it takes. */
function isSteady(graph: Graph, values: readonly CarriedValue[]): boolean {
  return isDescribed(graph) && keepsTypes(graph, values);
}

function keepsTypes({ outputs }: Graph, values: readonly CarriedValue[]): boolean {
  return values.every(({ type }, index) => sameType(type, outputs[index + 1]!.type));
}

function isDescribed(graph: Graph): boolean {
  return [...everyLayer(graph)].every(({ description }) => description !== undefined);
}

function layersIn(graph: Graph): number {
  return [...everyLayer(graph)].length;
}
