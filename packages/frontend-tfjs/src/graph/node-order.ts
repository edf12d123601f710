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
  const placed = new Set<GraphNode>();
  const ordered: GraphNode[] = [];
  const missing = new Map<GraphNode, number>();
  const waiting = new Map<GraphNode, GraphNode[]>();
  for (const node of nodes) {
    const needs = new Set<GraphNode>();
    for (const name of [...node.inputs.map((input) => input.node), ...node.after]) {
      const need = byName.get(name);
      if (need !== undefined && !placed.has(need)) needs.add(need);
    }
    if (needs.size > 0) {
      missing.set(node, needs.size);
      for (const need of needs) {
        const waiters = waiting.get(need);
        if (waiters === undefined) waiting.set(need, [node]);
        else waiters.push(node);
      }
      continue;
    }
    const ready = [node];
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
      placed.add(next);
      ordered.push(next);
      for (const waiter of (waiting.get(next) ?? []).toReversed()) {
        const left = missing.get(waiter)! - 1;
        missing.set(waiter, left);
        if (left === 0) ready.push(waiter);
      }
    }
  }
  const stuck = nodes.find((node) => !placed.has(node));
  if (stuck !== undefined) throw malformed(`nodes form a cycle through ${stuck.op} ${quoted(stuck.name)}`);
  return ordered;
}
