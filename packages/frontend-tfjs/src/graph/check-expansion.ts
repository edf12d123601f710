import { LAYER_LIMIT, ModelGaugeError } from "@modelgauge/core";
import { CALLS, functionName } from "./claims.ts";
import type { GraphFunction, GraphNode } from "./graph-def.ts";
import { CALL_LIMIT, SILENT } from "./walk-graph.ts";

/**
 * Refuses functions that call others again and again before all of that is walked.
 *
 * @throws ModelGaugeError `too-large` where calls alone expand to more nodes than a model may have layers
 */
export function checkExpansion(nodes: readonly GraphNode[], functions: ReadonlyMap<string, GraphFunction>): void {
  const counts = new Map<GraphFunction, number>();
  const countOf = (called: GraphFunction | undefined, depth: number): number => {
    if (called === undefined || depth > CALL_LIMIT) return 0;
    const known = counts.get(called);
    if (known !== undefined) return known;
    // One that calls itself, like one too deep, is refused when it is walked.
    counts.set(called, 0);
    const count = countIn(called.nodes, depth);
    counts.set(called, count);
    return count;
  };
  const countIn = (list: readonly GraphNode[], depth: number): number =>
    list.reduce((sum, node) => {
      if (CALLS.get(node.op)?.functions.includes("f") === true) return sum + countOf(functions.get(functionName(node, "f")), depth + 1);
      return sum + (SILENT.has(node.op) || node.op.startsWith("Placeholder") ? 0 : 1);
    }, 0);
  if (countIn(nodes, 0) > LAYER_LIMIT)
    throw new ModelGaugeError({
      code: "too-large",
      message: `the model has more than ${LAYER_LIMIT} nodes once its functions are expanded`,
    });
}
