import { check, type DeclaredInput, type Graph, type GraphBuilder, ModelGaugeError, type Tensor } from "@modelgauge/core";
import { withDeclaredRoles } from "./declared-roles.ts";
import { boundType, declaredType } from "./declared-types.ts";
import { modulePath } from "./module-path.ts";
import { OnnxNode } from "./onnx-node.ts";
import { operatorId } from "./operator.ts";
import type { FunctionProto, GraphProto, NodeProto, OperatorSetIdProto, ValueInfoProto } from "./proto/model-proto.ts";
import type { Claim } from "./claim.ts";
import { Scope } from "./scope.ts";
import { constantTensor, sparseTensor, storedTensor } from "./stored-tensor.ts";
import { type ModelTables, outputName, type Surroundings } from "./surroundings.ts";
import { nodeLabel, topologicalOrder } from "./topological-order.ts";
import { translateNode } from "./translate-node.ts";

/**
 * Adds the nodes of a model's main graph to a builder.
 *
 * @param inputs what the file declares of the graph's inputs
 * @throws ModelGaugeError when the graph contradicts itself
 */
export function walkMainGraph(
  graph: GraphProto,
  inputs: readonly DeclaredInput[],
  tables: ModelTables,
  builder: GraphBuilder,
  versions: ReadonlyMap<string, number>,
): Graph {
  const nodes = topologicalOrder(graph.node);
  const claims = withDeclaredRoles(tables.claims.ofNodes(nodes, graph.initializer), graph);
  const scope = new Scope(undefined, storedTensors(graph, builder, claims, tables, ""));
  const given = builder.bindings.inputs ?? {};
  inputs.forEach((input, index) => {
    if (input.hasDefault && !Object.hasOwn(given, input.name)) return;
    const isTensor = input.dtype !== undefined || input.shape !== undefined;
    scope.define(input.name, builder.input(isTensor ? input : { ...input, type: boundType(graph.input[index]!, builder) }));
  });
  const surroundings = {
    tables,
    builder,
    scope,
    versions,
    call: undefined,
    prefix: "",
    outputNames: new Map(),
    path: [],
    declared: declaredBy(graph),
  };
  walkNodes(nodes, claims, surroundings);
  return builder.finish(graph.output.map(({ name }) => output(name, scope)));
}

/** Adds the nodes of a graph that a node holds, in a body of the enclosing builder. */
function walkSubgraph(graph: GraphProto, inputs: readonly Pick<Tensor, "type" | "status" | "values">[], around: Surroundings): Graph {
  check(graph.input.length === inputs.length, () => `graph "${graph.name}" takes ${graph.input.length} inputs, ${inputs.length} are given`);
  const builder = around.builder.body(graph.name);
  const nodes = topologicalOrder(graph.node);
  const claims = around.tables.claims.ofNodes(nodes, graph.initializer);
  const scope = new Scope(around.scope, storedTensors(graph, builder, claims, around.tables, around.prefix));
  graph.input.forEach(({ name, type }, index) => {
    const like = inputs[index]!;
    const known = like.type ?? (type && declaredType(type, (dim) => builder.dim(dim)));
    scope.define(name, builder.bodyInput(around.prefix + name, { ...like, type: known }));
  });
  const surroundings = {
    ...around,
    builder,
    scope,
    outputNames: new Map<string, string>(),
    declared: new Map([...around.declared, ...declaredBy(graph)]),
  };
  walkNodes(nodes, claims, surroundings);
  return builder.finish(graph.output.map(({ name }) => output(name, scope)));
}

function walkNodes(nodes: readonly NodeProto[], claims: ReadonlyMap<string, Claim>, around: Surroundings): void {
  const keeps = (elements: number): boolean => around.builder.keepsValues(elements);
  for (const proto of nodes) {
    const node = new OnnxNode(proto, versionOf(proto, around), around.call);
    if (node.operator === "Constant" && node.domain === "") {
      const value = node.tensor("value");
      const nonzero = value && around.tables.nonzero.get(value);
      const { holdsLiterals } = around.tables;
      for (const name of proto.output) {
        around.scope.define(
          name,
          around.builder.stored({ ...constantTensor(node, around.prefix + name, claims.get(name), holdsLiterals, keeps), nonzero }),
        );
      }
      continue;
    }
    const operands = proto.input.map((name) => (name === "" ? undefined : read(name, proto, around)));
    const operator = around.tables.operators.get(operatorId(node));
    const called = operator === undefined ? around.tables.functions.find(proto) : undefined;
    const outputs =
      called === undefined
        ? translateNode({ proto, node, operator, operands, around, walkSubgraph })
        : walkFunction(called, proto, node, operands, around);
    proto.output.forEach((name, index) => {
      if (name !== "" && outputs[index] !== undefined) around.scope.define(name, outputs[index]);
    });
  }
}

/** Expands a call of one of the model's own functions. */
function walkFunction(
  called: FunctionProto,
  proto: NodeProto,
  node: OnnxNode,
  operands: readonly (Tensor | undefined)[],
  around: Surroundings,
): readonly (Tensor | undefined)[] {
  if (operands.length > called.input.length)
    throw malformed(`${nodeLabel(proto)}: the function takes ${called.input.length} inputs, ${operands.length} are given`);
  const scope = new Scope(undefined);
  called.input.forEach((name, index) => scope.define(name, operands[index]));
  const name = around.prefix + (proto.name || proto.output.find((output) => output !== "") || proto.opType);
  const nodes = topologicalOrder(called.node);
  walkNodes(nodes, around.tables.claims.ofNodes(nodes), {
    ...around,
    scope,
    versions: versionsOf(called.opsetImport, around.versions),
    call: new Map([...called.attributeProto.map((attribute) => [attribute.name, attribute] as const), ...node.attributes]),
    prefix: `${name}/`,
    outputNames: new Map(
      called.output.flatMap((inner, index) => (proto.output[index] ? [[inner, outputName(proto.output[index], around)] as const] : [])),
    ),
    path: [...around.path, ...modulePath(proto), proto.name || proto.opType],
    declared: new Map(called.valueInfo.map((info) => [info.name, info])),
  });
  return called.output.map((inner, index) => (proto.output[index] ? output(inner, scope) : undefined));
}

/** Versions that a model or function imports, by domain. */
export function versionsOf(
  imports: readonly OperatorSetIdProto[],
  inherited: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  return new Map([...inherited, ...imports.map(({ domain, version }) => [domain === "ai.onnx" ? "" : domain, Number(version)] as const)]);
}

function versionOf({ domain }: NodeProto, { versions }: Surroundings): number {
  return versions.get(domain === "ai.onnx" ? "" : domain) ?? 1;
}

function read(name: string, node: NodeProto, { scope }: Surroundings): Tensor | undefined {
  if (!scope.has(name)) throw malformed(`${nodeLabel(node)} reads "${name}", which nothing produces`);
  return scope.get(name);
}

function output(name: string, scope: Scope): Tensor {
  const tensor = scope.get(name);
  if (tensor === undefined) throw malformed(`nothing produces the graph's output "${name}"`);
  return tensor;
}

function declaredBy(graph: GraphProto): ReadonlyMap<string, ValueInfoProto> {
  return new Map([...graph.valueInfo, ...graph.output].map((info) => [info.name, info]));
}

function storedTensors(
  graph: GraphProto,
  builder: GraphBuilder,
  claims: ReadonlyMap<string, Claim>,
  { nonzero }: ModelTables,
  prefix: string,
): (name: string) => Tensor | undefined {
  const dense = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  const sparse = new Map(graph.sparseInitializer.map((tensor) => [tensor.values?.name ?? "", tensor]));
  const keeps = (elements: number): boolean => builder.keepsValues(elements);
  return (name) => {
    const found = dense.get(name);
    if (found !== undefined)
      return builder.stored({ ...storedTensor(found, claims.get(name), prefix + name, keeps), nonzero: nonzero.get(found) });
    const scattered = sparse.get(name);
    return scattered && builder.stored(sparseTensor(scattered, claims.get(name), prefix + name));
  };
}

function malformed(message: string): ModelGaugeError {
  return new ModelGaugeError({ code: "onnx-malformed", message });
}
