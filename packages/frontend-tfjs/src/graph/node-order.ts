import { dependencyOrder } from "@modelgauge/core";
import { malformed, quoted } from "../malformed.ts";
import type { GraphNode } from "./graph-def.ts";

/**
 * Nodes in an order in which each comes after those that it reads or waits for, as close to the file's as can be. What is no node
 * (a parameter, a value around a function) stands before all of them.
 *
 * @throws ModelGaugeError `tfjs-malformed` when nodes form a cycle
 */
export function nodeOrder(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const { ordered, stuck } = dependencyOrder(nodes, (node) =>
    [...node.inputs.map((input) => input.node), ...node.after].flatMap((name) => byName.get(name) ?? []),
  );
  if (stuck !== undefined) throw malformed(`nodes form a cycle through ${stuck.op} ${quoted(stuck.name)}`);
  return ordered;
}
