import { dependencyOrder, ModelGaugeError } from "@modelgauge/core";
import type { GraphProto, NodeProto } from "./proto/model-proto.ts";

/**
 * Nodes in an order in which each comes after those that it reads, as close to the file's as can be: a valid file's order stays.
 *
 * @throws ModelGaugeError `onnx-malformed` when two nodes write one value, or nodes form a cycle
 */
export function topologicalOrder(nodes: readonly NodeProto[]): readonly NodeProto[] {
  const producers = new Map<string, NodeProto>();
  for (const node of nodes) {
    for (const output of node.output) {
      if (output === "") continue;
      if (producers.has(output))
        throw malformed(`two nodes write "${output}": ${nodeLabel(producers.get(output)!)} and ${nodeLabel(node)}`);
      producers.set(output, node);
    }
  }
  const { ordered, stuck } = dependencyOrder(nodes, (node) => namesRead(node).flatMap((name) => producers.get(name) ?? []));
  if (stuck !== undefined) throw malformed(`nodes form a cycle through ${nodeLabel(stuck)}`);
  return ordered;
}

/** Every value that a node reads, by itself or in the graphs that it holds. */
function namesRead(node: NodeProto): readonly string[] {
  const graphs = graphsOf(node);
  if (graphs.length === 0) return node.input;
  const names = new Set(node.input);
  for (const graph of graphs) for (const name of namesReadFromOutside(graph)) names.add(name);
  return [...names];
}

function namesReadFromOutside(graph: GraphProto): Set<string> {
  const names = new Set(graph.output.map(({ name }) => name));
  for (const node of graph.node) for (const name of namesRead(node)) names.add(name);
  for (const name of namesDefined(graph)) names.delete(name);
  return names;
}

/** The names that a graph gives to values of its own. */
export function namesDefined(graph: GraphProto): Set<string> {
  const names = new Set<string>();
  for (const { name } of [...graph.input, ...graph.initializer]) names.add(name);
  for (const { values } of graph.sparseInitializer) if (values !== undefined) names.add(values.name);
  for (const node of graph.node) for (const output of node.output) names.add(output);
  return names;
}

/** The graphs that a node's attributes hold. */
export function graphsOf(node: NodeProto): readonly GraphProto[] {
  return node.attribute.flatMap(({ g, graphs }) => (g === undefined ? graphs : [g, ...graphs]));
}

/** `Conv "conv1"`; an unnamed node goes by its first output. */
export function nodeLabel(node: NodeProto): string {
  return `${node.opType} "${node.name || node.output.find((name) => name !== "") || ""}"`;
}

function malformed(message: string): ModelGaugeError {
  return new ModelGaugeError({ code: "onnx-malformed", message });
}
