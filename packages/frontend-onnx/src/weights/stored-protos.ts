import type { GraphProto, ModelProto, NodeProto, TensorProto } from "../proto/model-proto.ts";
import { graphsOf } from "../topological-order.ts";

/** Every tensor whose elements a model stores: initializers and Constant nodes, those of functions and of graphs inside nodes too. */
export function storedProtos({ graph, functions }: ModelProto): readonly TensorProto[] {
  return [...(graph === undefined ? [] : ofGraph(graph)), ...functions.flatMap(({ node }) => ofNodes(node))];
}

function ofGraph({ initializer, node }: GraphProto): readonly TensorProto[] {
  return [...initializer, ...ofNodes(node)];
}

function ofNodes(nodes: readonly NodeProto[]): readonly TensorProto[] {
  return nodes.flatMap((node) => [
    ...(node.opType === "Constant" ? node.attribute.flatMap(({ t }) => t ?? []) : []),
    ...graphsOf(node).flatMap(ofGraph),
  ]);
}
