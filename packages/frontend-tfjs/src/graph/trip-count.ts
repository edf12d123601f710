import type { Status } from "@modelgauge/core";
import type { GraphFunction, GraphNode, NodeInput } from "./graph-def.ts";
import { nodeOrder } from "./node-order.ts";

/** How often the body of a loop runs. */
export interface TripCount {
  readonly runs: number;
  readonly status: Status;
}

/** A number, or a flag as 0 or 1. */
export interface KnownNumber {
  readonly value: number;
  /** Whether it may be less: the bound of a size. */
  readonly atMost?: boolean;
}

/** undefined where neither the number nor a bound is known. */
type Known = KnownNumber | undefined;

/** The value of a scalar constant; of what stands around the functions, where there is no node. */
type ConstantOf = (name: string, node: GraphNode | undefined) => Known;

/** The most nodes that are computed to follow the counters of one loop. */
const COST_LIMIT = 2_000_000;

/** Which way a result goes as an operand rises: up (1), down (−1), or either (0). */
type Direction = 1 | 0 | -1;

type Function = (...operands: readonly Known[]) => Known;

/** What counters and conditions are made of. */
const FUNCTIONS: ReadonlyMap<string, Function> = new Map<string, Function>([
  ...["Identity", "Snapshot", "StopGradient", "Squeeze", "Reshape", "ExpandDims", "Enter", "Switch", "NextIteration", "LoopCond"].map(
    (op) => [op, (x: Known) => x] as const,
  ),
  // What a cast makes of a fraction depends on the dtype.
  ["Cast", (x: Known) => (x === undefined || !Number.isInteger(x.value) ? undefined : x)],
  // Which of its inputs arrives is not followed.
  ["Merge", (x, ...others) => (others.every((other) => other?.value === x?.value && other?.atMost === x?.atMost) ? x : undefined)],
  ["Add", arithmetic((a, b) => a + b, [1, 1])],
  ["AddV2", arithmetic((a, b) => a + b, [1, 1])],
  ["Sub", arithmetic((a, b) => a - b, [1, -1])],
  [
    "Mul",
    arithmetic(
      (a, b) => a * b,
      (a, b) => [rising(b), rising(a)],
    ),
  ],
  [
    "FloorDiv",
    arithmetic(
      (a, b) => Math.floor(a / b),
      (_, b) => [rising(b), 0],
    ),
  ],
  ["Maximum", arithmetic(Math.max, [1, 1])],
  ["Minimum", arithmetic(Math.min, [1, 1])],
  ["Less", flag((a, b) => a < b, [-1, 1])],
  ["LessEqual", flag((a, b) => a <= b, [-1, 1])],
  ["Greater", flag((a, b) => a > b, [1, -1])],
  ["GreaterEqual", flag((a, b) => a >= b, [1, -1])],
  ["Equal", flag((a, b) => a === b, [0, 0])],
  ["NotEqual", flag((a, b) => a !== b, [0, 0])],
  ["LogicalNot", (a) => a && { value: Number(a.value === 0) }],
  // One operand may settle it.
  ["LogicalAnd", (a, b) => (a?.value === 0 || b?.value === 0 ? { value: 0 } : a && b && { value: 1 })],
  ["LogicalOr", (a, b) => (a?.value === 1 || b?.value === 1 ? { value: 1 } : a && b && { value: 0 })],
]);

/** Functions that bounds may leave open in one run and settle in another. */
const COMPARISONS: ReadonlySet<string> = new Set(["Less", "LessEqual", "Greater", "GreaterEqual", "Equal", "NotEqual"]);

/** Functions that one operand may settle. */
const SETTLED_BY_ONE: ReadonlySet<string> = new Set(["LogicalAnd", "LogicalOr"]);

type Directions = readonly [Direction, Direction];

/** A number that follows from two: bounds of what it rises with bound it. */
function arithmetic(apply: (a: number, b: number) => number, directions: Directions | ((a: number, b: number) => Directions)): Function {
  return (a, b) => {
    if (a === undefined || b === undefined) return undefined;
    const value = apply(a.value, b.value);
    const way = wayOf(a, b, typeof directions === "function" ? directions(a.value, b.value) : directions);
    return way === undefined ? { value } : way === 1 ? { value, atMost: true } : undefined;
  };
}

/** A comparison of two numbers, where their bounds do not leave it open. */
function flag(apply: (a: number, b: number) => boolean, directions: Directions): Function {
  return (a, b) => {
    if (a === undefined || b === undefined) return undefined;
    const value = Number(apply(a.value, b.value));
    const way = wayOf(a, b, directions);
    return way === undefined || (way === 1 && value === 0) || (way === -1 && value === 1) ? { value } : undefined;
  };
}

/** Which way a result goes as the bounded ones of its operands rise; undefined where none is a bound. */
function wayOf(a: KnownNumber, b: KnownNumber, [ofA, ofB]: Directions): Direction | undefined {
  if (a.atMost !== true) return b.atMost === true ? ofB : undefined;
  return b.atMost !== true || ofA === ofB ? ofA : 0;
}

/** Which way a product goes as the other factor, which is no negative size, rises. */
function rising(factor: number): Direction {
  return factor < 0 ? -1 : 1;
}

/**
 * Follows a loop's counters from run to run, until its condition fails. Where a part of the condition is not known, what fails first of
 * the others is an upper bound.
 *
 * @param initial the carried values before the first run
 * @param affordsSteps whether so many more nodes may be computed
 * @returns undefined where nothing known ends the loop
 */
export function tripCount(
  condition: GraphFunction,
  body: GraphFunction,
  initial: readonly Known[],
  constantOf: ConstantOf,
  affordsSteps: (steps: number) => boolean = () => true,
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
  const known = remembering(constantOf);
  let state = initial;
  let bound = false;
  for (let runs = 0; runs * cost <= COST_LIMIT && affordsSteps(cost); runs++) {
    const {
      results: [again],
      maySettle,
    } = compute(goOn, condition, state, known);
    if (again?.value === 0) return { runs, status: bound ? "at-most" : "exact" };
    if (!maySettle) return undefined;
    bound ||= again === undefined;
    const { results: values } = compute(step, body, state, known);
    const next = state.map((value, index) => (carried.includes(index) ? values[carried.indexOf(index)] : value));
    if (next.every((value, index) => Object.is(value?.value, state[index]?.value))) return undefined;
    state = next;
  }
  return undefined;
}

/** Constants, each looked up once. */
function remembering(constantOf: ConstantOf): ConstantOf {
  const found = new Map<GraphNode | string, Known>();
  return (name, node) => {
    const key = node ?? name;
    if (!found.has(key)) found.set(key, constantOf(name, node));
    return found.get(key);
  };
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

/** What a part of a function comes to. */
interface Computed {
  readonly results: readonly Known[];
  /** Whether other numbers in place of the known ones might tell more. */
  readonly maySettle: boolean;
}

function compute({ nodes, results }: Slice, { parameters }: GraphFunction, state: readonly Known[], constantOf: ConstantOf): Computed {
  const values = new Map<string, Known>(parameters.map((name, index) => [name, state[index]]));
  const open = new Set<string>();
  const read = ({ node }: NodeInput): Known => (values.has(node) ? values.get(node) : constantOf(node, undefined));
  const maySettle = (input: NodeInput): boolean => open.has(input.node) || read(input) !== undefined;
  for (const node of nodes) {
    const apply = FUNCTIONS.get(node.op);
    const value = apply === undefined ? constantOf(node.name, node) : apply(...node.inputs.map(read));
    values.set(node.name, value);
    if (value !== undefined || apply === undefined) continue;
    const isOpen = COMPARISONS.has(node.op)
      ? node.inputs.every((input) => read(input) !== undefined)
      : node.inputs.some((input) => open.has(input.node));
    if (isOpen || (SETTLED_BY_ONE.has(node.op) && node.inputs.some(maySettle))) open.add(node.name);
  }
  return { results: results.map(read), maySettle: results.every(maySettle) };
}
