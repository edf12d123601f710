import type { Status } from "@modelgauge/core";
import type { GraphFunction, GraphNode, NodeInput } from "./graph-def.ts";
import { nodeOrder } from "./node-order.ts";

/** How often the body of a loop runs. */
export interface TripCount {
  readonly runs: number;
  readonly status: Status;
}

/** A number, or a flag as 0 or 1; undefined where it is not known. */
type Known = number | undefined;

/** The value of a scalar constant; of what stands around the functions, where there is no node. */
type ConstantOf = (name: string, node: GraphNode | undefined) => Known;

/** The most nodes that are computed to follow a loop's counter. */
const COST_LIMIT = 2_000_000;

/** What counters and conditions are made of. */
const FUNCTIONS: ReadonlyMap<string, (...operands: readonly Known[]) => Known> = new Map([
  ...[
    "Identity",
    "Snapshot",
    "StopGradient",
    "Cast",
    "Squeeze",
    "Reshape",
    "ExpandDims",
    "Enter",
    "Switch",
    "Merge",
    "NextIteration",
    "LoopCond",
  ].map((op) => [op, (x: Known) => x] as const),
  ["Add", known((a, b) => a + b)],
  ["AddV2", known((a, b) => a + b)],
  ["Sub", known((a, b) => a - b)],
  ["Mul", known((a, b) => a * b)],
  ["FloorDiv", known((a, b) => Math.floor(a / b))],
  ["Maximum", known(Math.max)],
  ["Minimum", known(Math.min)],
  ["Less", known((a, b) => Number(a < b))],
  ["LessEqual", known((a, b) => Number(a <= b))],
  ["Greater", known((a, b) => Number(a > b))],
  ["GreaterEqual", known((a, b) => Number(a >= b))],
  ["Equal", known((a, b) => Number(a === b))],
  ["NotEqual", known((a, b) => Number(a !== b))],
  ["LogicalNot", known((a) => Number(a === 0))],
  // One operand may settle it.
  ["LogicalAnd", (a: Known, b: Known) => (a === 0 || b === 0 ? 0 : a === undefined || b === undefined ? undefined : 1)],
  ["LogicalOr", (a: Known, b: Known) => (a === 1 || b === 1 ? 1 : a === undefined || b === undefined ? undefined : 0)],
]);

function known(apply: (a: number, b: number) => number): (...operands: readonly Known[]) => Known {
  return (a, b = NaN) => (a === undefined || b === undefined ? undefined : apply(a, b));
}

/**
 * Follows a loop's counters from run to run, until its condition fails. Where a part of the condition is not known, what fails first of
 * the others is an upper bound.
 *
 * @param initial the carried values before the first run
 * @returns undefined where nothing known ends the loop
 */
export function tripCount(
  condition: GraphFunction,
  body: GraphFunction,
  initial: readonly Known[],
  constantOf: ConstantOf,
): TripCount | undefined {
  const [result] = condition.results;
  if (result === undefined) return undefined;
  const goOn = sliceOf(condition, [result]);
  const carried = followed(condition, goOn, body);
  const step = sliceOf(
    body,
    carried.map((index) => body.results[index]!),
  );
  const cost = goOn.nodes.length + step.nodes.length + 1;
  let state = initial;
  let bound = false;
  for (let runs = 0; runs * cost <= COST_LIMIT; runs++) {
    const [again] = compute(goOn, condition, state, constantOf);
    if (again === 0) return { runs, status: bound ? "at-most" : "exact" };
    bound ||= again === undefined;
    const values = compute(step, body, state, constantOf);
    const next = state.map((value, index) => (carried.includes(index) ? values[carried.indexOf(index)] : value));
    if (next.every((value, index) => Object.is(value, state[index]))) return undefined;
    state = next;
  }
  return undefined;
}

/** The part of a function that some results follow from, in order. */
interface Slice {
  readonly nodes: readonly GraphNode[];
  readonly results: readonly NodeInput[];
}

function sliceOf({ nodes, parameters }: GraphFunction, results: readonly NodeInput[]): Slice {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const name of parameters) byName.delete(name);
  const found = new Set<GraphNode>();
  const pending = results.map(({ node }) => node);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const node = byName.get(name);
    if (node === undefined || found.has(node)) continue;
    found.add(node);
    if (FUNCTIONS.has(node.op)) pending.push(...node.inputs.map((input) => input.node));
  }
  return { nodes: nodeOrder([...found].map((node) => ({ ...node, after: [] }))), results };
}

/** The carried values that the condition follows from, in this run or a later one, by position. */
function followed(condition: GraphFunction, goOn: Slice, body: GraphFunction): readonly number[] {
  const needed = new Set<number>();
  for (let fresh = parametersRead(condition, goOn); fresh.length > 0;) {
    for (const index of fresh) needed.add(index);
    const following = sliceOf(
      body,
      [...needed].flatMap((index) => body.results[index] ?? []),
    );
    fresh = parametersRead(body, following).filter((index) => !needed.has(index));
  }
  return [...needed].filter((index) => body.results[index] !== undefined);
}

/** Positions of the parameters that a part of a function reads. */
function parametersRead({ parameters }: GraphFunction, { nodes, results }: Slice): readonly number[] {
  const names = new Set([...results, ...nodes.flatMap((node) => node.inputs)].map(({ node }) => node));
  return parameters.flatMap((name, index) => (names.has(name) ? [index] : []));
}

function compute(
  { nodes, results }: Slice,
  { parameters }: GraphFunction,
  state: readonly Known[],
  constantOf: ConstantOf,
): readonly Known[] {
  const values = new Map<string, Known>(parameters.map((name, index) => [name, state[index]]));
  const read = ({ node }: NodeInput): Known => (values.has(node) ? values.get(node) : constantOf(node, undefined));
  for (const node of nodes) {
    const apply = FUNCTIONS.get(node.op);
    values.set(node.name, apply === undefined ? constantOf(node.name, node) : apply(...node.inputs.map(read)));
  }
  return results.map(read);
}
