import { JsonValue } from "../json/json-value.ts";
import { malformed, quoted } from "../malformed.ts";
import type { GraphFunction, GraphNode, NodeInput } from "./graph-def.ts";
import { TfNode } from "./tf-node.ts";

/** How deep loops may stand in one another. */
const NESTING_LIMIT = 32;

/** The frames around a node, outermost first. */
type Frames = readonly string[];

/** Nodes without frames, and the functions that their loops have become. */
export interface Unframed {
  readonly nodes: readonly GraphNode[];
  readonly functions: readonly GraphFunction[];
}

/**
 * Turns loops of TensorFlow 1, which are written as cycles (Enter, Merge, Switch, NextIteration, Exit), into While nodes that call
 * functions, as TensorFlow 2 writes them. The nodes keep their names: Enter and Exit stand around the While, Merge and those that the
 * condition follows from in the function `cond`, all others in `body`.
 *
 * @throws ModelGaugeError `tfjs-malformed` where a frame is no loop
 */
export function unframed(nodes: readonly GraphNode[], depth: number = 0): Unframed {
  if (!nodes.some(({ op }) => op === "Enter")) return { nodes, functions: [] };
  if (depth > NESTING_LIMIT) throw malformed(`loops stand more than ${NESTING_LIMIT} deep in one another`);
  const frames = framesOf(nodes);
  const around = nodes.filter((node) => frames.get(node)!.length === 0);
  const byFrame = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const [frame] = frames.get(node)!;
    if (frame === undefined) continue;
    const members = byFrame.get(frame);
    if (members === undefined) byFrame.set(frame, [node]);
    else members.push(node);
  }
  const loops = [...byFrame].map(([name, members]) =>
    loopOf(
      name,
      members.map((node) => ({ node, direct: frames.get(node)!.length === 1 })),
      new Set(around.filter(isEnterOf(name)).map((node) => node.name)),
    ),
  );
  const inner = loops.flatMap(({ functions }) => functions.map((each) => ({ each, unframed: unframed(each.nodes, depth + 1) })));
  return {
    nodes: [...around, ...loops.flatMap((loop) => loop.nodes)],
    functions: inner.flatMap(({ each, unframed: { nodes: own, functions } }) => [{ ...each, nodes: own }, ...functions]),
  };
}

/** The frames that each node's inputs are in. */
function framesOf(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, Frames> {
  const readers = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    for (const name of [...node.inputs.map((input) => input.node), ...node.after]) {
      const list = readers.get(name);
      if (list === undefined) readers.set(name, [node]);
      else list.push(node);
    }
  }
  const frames = new Map<GraphNode, Frames>(nodes.map((node) => [node, []]));
  const pending = nodes.filter(({ op }) => op === "Enter");
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const outside = framesAfter(node, frames.get(node)!);
    if (outside.length > NESTING_LIMIT)
      throw malformed(`frames stand more than ${NESTING_LIMIT} deep in one another, at ${quoted(node.name)}`);
    for (const reader of readers.get(node.name) ?? []) {
      if (frames.get(reader)!.length >= outside.length) continue;
      frames.set(reader, outside);
      pending.push(reader);
    }
  }
  return frames;
}

/** The frames that a node's outputs are in. */
function framesAfter(node: GraphNode, frames: Frames): Frames {
  if (node.op === "Enter") return [...frames, new TfNode(node).string("frame_name")];
  return node.op === "Exit" ? frames.slice(0, -1) : frames;
}

function isEnterOf(frame: string): (node: GraphNode) => boolean {
  return (node) => node.op === "Enter" && new TfNode(node).string("frame_name") === frame;
}

interface Member {
  readonly node: GraphNode;
  /** Whether it is in no frame inside this one. */
  readonly direct: boolean;
}

/** A value that a loop hands from run to run. */
interface Carried {
  readonly merge: GraphNode;
  readonly enter: NodeInput;
  readonly next: NodeInput | undefined;
}

function loopOf(frame: string, members: readonly Member[], enters: ReadonlySet<string>): Unframed {
  const direct = members.filter((member) => member.direct).map(({ node }) => node);
  const conditions = direct.filter(({ op }) => op === "LoopCond");
  const [condition] = conditions;
  if (condition === undefined || conditions.length > 1)
    throw malformed(`frame ${quoted(frame)} has ${conditions.length} LoopCond nodes, a loop has one`);
  const carried = direct.flatMap((merge): readonly Carried[] => {
    const enter = merge.inputs.find((input) => enters.has(input.node));
    if (merge.op !== "Merge" || enter === undefined) return [];
    return [{ merge, enter, next: merge.inputs.find((input) => input !== enter) }];
  });
  const byName = new Map(members.map(({ node }) => [node.name, node]));
  const merges = new Set(carried.map(({ merge }) => merge));
  const ofCondition = new Set([...ancestors([condition], byName, merges), ...merges]);
  const exits = direct.filter(({ op }) => op === "Exit");
  const own = members.map(({ node }) => node).filter((node) => !ofCondition.has(node) && !exits.includes(node));
  // What the condition computes from constants alone, the body may read as well.
  const shared = ancestors(own, byName, merges).filter((node) => ofCondition.has(node) && !merges.has(node));
  const names = { cond: `${frame}/cond`, body: `${frame}/body` };
  const loop: GraphNode = {
    name: frame,
    op: "While",
    inputs: carried.map(({ enter }) => enter),
    after: [],
    attributes: new JsonValue({ cond: { func: { name: names.cond } }, body: { func: { name: names.body } } }, frame),
  };
  const results = exits.map((exit) => ({ ...exit, inputs: [{ node: frame, output: undefined, index: resultOf(exit, byName, carried) }] }));
  return {
    nodes: [loop, ...results.map((exit) => ({ ...exit, after: [] }))],
    functions: [
      {
        name: names.cond,
        parameters: carried.map(({ enter }) => enter.node),
        nodes: inside(
          [...ofCondition].map((node) =>
            merges.has(node) ? { ...node, inputs: node.inputs.filter((input) => enters.has(input.node)) } : node,
          ),
        ),
        results: [{ node: condition.name, output: undefined, index: 0 }],
        closure: true,
      },
      {
        name: names.body,
        parameters: carried.map(({ merge }) => merge.name),
        nodes: inside(
          [...shared, ...own].map((node) => (isLoopSwitch(node, condition) ? { ...node, inputs: node.inputs.slice(0, 1) } : node)),
        ),
        results: carried.map(({ merge, next }) => next ?? { node: merge.name, output: undefined, index: 0 }),
        closure: true,
      },
    ],
  };
}

/** Nodes that some nodes read or wait for, directly or not, and these themselves; but not what carried values follow from. */
function ancestors(
  roots: readonly GraphNode[],
  byName: ReadonlyMap<string, GraphNode>,
  merges: ReadonlySet<GraphNode>,
): readonly GraphNode[] {
  const found = new Set<GraphNode>();
  const pending = [...roots];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    if (merges.has(node)) continue;
    for (const name of [...node.inputs.map((input) => input.node), ...node.after]) {
      const ancestor = byName.get(name);
      if (ancestor !== undefined) pending.push(ancestor);
    }
  }
  return [...found];
}

/** Within a function, nodes wait only for others of it. */
function inside(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const names = new Set(nodes.map(({ name }) => name));
  return nodes.map((node) => ({ ...node, after: node.after.filter((name) => names.has(name)) }));
}

function isLoopSwitch(node: GraphNode, condition: GraphNode): boolean {
  return node.op === "Switch" && node.inputs[1]?.node === condition.name;
}

/** Which carried value an Exit hands out. */
function resultOf(exit: GraphNode, byName: ReadonlyMap<string, GraphNode>, carried: readonly Carried[]): number {
  const source = byName.get(exit.inputs[0]?.node ?? "");
  const value = source?.op === "Switch" ? source.inputs[0]?.node : source?.name;
  const index = carried.findIndex(({ merge }) => merge.name === value);
  if (index < 0) throw malformed(`Exit ${quoted(exit.name)} hands out what its loop does not carry`);
  return index;
}
