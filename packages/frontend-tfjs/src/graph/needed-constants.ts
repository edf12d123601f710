import type { InputKind, TfjsOp } from "../op-translator.ts";
import { CALLS, functionName, kindOf } from "./claims.ts";
import type { GraphDef, GraphNode, NodeInput } from "./graph-def.ts";

/** Operations whose outputs follow from the shape of their input, whatever its values are. */
const OF_SHAPE_ALONE: ReadonlySet<string> = new Set(["Shape", "ShapeN", "Size", "Rank", "ZerosLike", "OnesLike", "TensorListLength"]);

/**
 * Names of the nodes whose values tell sizes, axes and how often loops run: those that settings follow from. Constants among them are
 * to be read.
 */
export function neededConstants({ nodes, functions }: GraphDef, ops: ReadonlyMap<string, TfjsOp>): ReadonlySet<string> {
  const needed = new Set<string>();
  const addFrom = (all: readonly GraphNode[], roots: readonly string[]): void => {
    const byName = new Map(all.map((node) => [node.name, node]));
    const pending = [...roots];
    const visited = new Set<string>();
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (visited.has(name)) continue;
      visited.add(name);
      needed.add(name);
      const node = byName.get(name);
      if (node !== undefined && !OF_SHAPE_ALONE.has(node.op)) pending.push(...node.inputs.map((input) => input.node));
    }
  };
  addFrom(
    nodes,
    nodes.flatMap((node) => settingsOf(node, ops)),
  );
  for (const called of functions.values()) {
    addFrom(called.nodes, [
      ...called.nodes.flatMap((node) => settingsOf(node, ops)),
      ...called.results.map((result: NodeInput) => result.node),
    ]);
  }
  return needed;
}

function settingsOf(node: GraphNode, ops: ReadonlyMap<string, TfjsOp>): readonly string[] {
  const calls = CALLS.get(node.op);
  // What a loop begins with tells how often it runs.
  if (calls?.functions.some((attribute) => functionName(node, attribute) !== "")) return node.inputs.map((input) => input.node);
  const kinds: readonly InputKind[] = Object.values(ops.get(node.op)?.inputs ?? {});
  return node.inputs
    .filter((_, index) => kinds.length > 0 && kindOf(kinds, index, node.inputs.length).startsWith("setting"))
    .map((input) => input.node);
}
