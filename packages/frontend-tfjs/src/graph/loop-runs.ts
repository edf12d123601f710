import { type Body, combine, everyLayer, type Graph, sameType, type Tensor } from "@modelgauge/core";
import type { HandleContent } from "./handles.ts";
import type { TripCount } from "./trip-count.ts";

/** A loop before its first run. */
export interface LoopStart {
  /** How often its body runs, where its counters tell. */
  readonly count: TripCount | undefined;
  /** What the first run takes. */
  readonly carried: readonly Tensor[];
  /** Condition and body for any run, from what holds in every one. */
  readonly general: Runs;
  /** Describes the condition or the body for one run, from the values before it. */
  readonly describe: (part: keyof Runs, values: readonly Tensor[]) => Graph;
  readonly contentOf: (tensor: Tensor) => HandleContent | undefined;
  /** Whether so many more layers may be described on trial; takes them. */
  readonly affords: (layers: number) => boolean;
}

interface Runs {
  readonly cond: Graph;
  readonly body: Graph;
}

/** How a loop runs: one condition and one body, so often; or, unrolled, first all conditions and then the bodies one after the other. */
export interface LoopRuns {
  readonly bodies: readonly Body[];
  readonly unrolled: boolean;
}

/** The most runs that are described one by one. */
const RUNS_LIMIT = 128;

/** The most layers in runs that are described one by one, those of nested bodies included. */
const LAYERS_LIMIT = 8192;

/**
 * Finds out how a loop runs. Where each run leaves what it takes, and everything in it is known, one description holds for all. Otherwise
 * the runs are described one by one, each with what the one before leaves. Where that takes too many, or nothing tells when the loop ends,
 * the one description stands for all of them: as an estimate, if sizes change.
 */
export function loopRuns(start: LoopStart): LoopRuns {
  const { count, general } = start;
  const steady = isSteady(start);
  if (count !== undefined && steady && doubtsOf(general.body, start) === 0) return repeated(general, count);
  return oneByOne(start, steady) ?? repeated(general, steady || count === undefined ? count : inexact(count));
}

function repeated({ cond, body }: Runs, count: TripCount | undefined): LoopRuns {
  const { runs, status } = count ?? { runs: 1, status: "at-least" };
  return {
    bodies: [
      { name: "cond", graph: cond, runs: count === undefined ? runs : runs + 1, status, alternative: false },
      { name: "body", graph: body, runs, status, alternative: false },
    ],
    unrolled: false,
  };
}

function inexact({ runs, status }: TripCount): TripCount {
  return { runs, status: runs <= 1 && status === "exact" ? status : combine(status, "estimate") };
}

/** The runs one by one; undefined where they are too many, nothing tells their end, or none is known better for it. */
function oneByOne(start: LoopStart, steady: boolean): LoopRuns | undefined {
  const { count, carried, general, describe, affords } = start;
  if (count !== undefined && (count.status !== "exact" || count.runs > RUNS_LIMIT)) return undefined;
  const conds: Graph[] = [];
  const bodies: Graph[] = [];
  let values = carried;
  for (let left = LAYERS_LIMIT; bodies.length <= RUNS_LIMIT;) {
    if (!affords(0)) return undefined;
    const cond = describe("cond", values);
    const again = count === undefined ? goesOn(cond) : bodies.length < count.runs;
    if (again === undefined) return undefined;
    conds.push(cond);
    if (!again) return { bodies: [...each("cond", conds), ...each("body", bodies)], unrolled: bodies.length > 0 };
    const body = describe("body", values);
    const layers = 1 + layersIn(cond) + layersIn(body);
    left -= layers;
    if (!affords(layers) || left < 0) return undefined;
    if (count !== undefined && steady && doubtsOf(body, start) >= doubtsOf(general.body, start)) return undefined;
    bodies.push(body);
    values = body.outputs;
  }
  return undefined;
}

function each(name: string, graphs: readonly Graph[]): readonly Body[] {
  return graphs.map((graph) => ({ name, graph, runs: 1, status: "exact", alternative: false }));
}

/** Whether there is another run; undefined where it is not known. */
function goesOn({ outputs: [result] }: Graph): boolean | undefined {
  const [value] = result?.status === "exact" ? (result.values ?? []) : [];
  return value === undefined ? undefined : Boolean(value);
}

/** Whether the body leaves each carried value with the type that it takes. */
function isSteady({ carried, general }: LoopStart): boolean {
  return carried.every(({ type }, index) => {
    const after = general.body.outputs[index]?.type;
    return type !== undefined && after !== undefined && sameType(type, after);
  });
}

/** In how many places of a body, or of the lists that it hands on, something is not known for certain. */
function doubtsOf(body: Graph, { contentOf }: LoopStart): number {
  const vague = body.outputs.filter((tensor) => {
    const content = contentOf(tensor);
    return content?.kind === "list" && content.status !== "exact";
  });
  return doubts(body) + vague.length;
}

/** In how many places of a graph something is not known for certain. */
function doubts(graph: Graph): number {
  let sum = 0;
  for (const { status, bodies } of everyLayer(graph)) {
    sum += Number(status !== "exact");
    for (const body of bodies) sum += Number(body.status !== "exact") + Number(body.alternative);
  }
  return sum;
}

/** Layers of a graph, with those of bodies. */
export function layersIn(graph: Graph): number {
  return [...everyLayer(graph)].length;
}
