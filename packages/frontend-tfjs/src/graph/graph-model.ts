import type { DeclaredDim, DeclaredInput, GraphBuilder, Model, Tensor } from "@modelgauge/core";
import { inspectWeights, NO_FINDINGS } from "../artifacts/inspect-weights.ts";
import { reportQuantised } from "../artifacts/loaded-size.ts";
import type { Artifacts } from "../artifacts/artifacts.ts";
import { missingFiles } from "../artifacts/missing-files.ts";
import { readValues } from "../artifacts/weight-values.ts";
import { malformed, quoted } from "../malformed.ts";
import type { TfjsOp } from "../op-translator.ts";
import { checkExpansion } from "./check-expansion.ts";
import { RoleClaims } from "./claims.ts";
import { unframed } from "./frames.ts";
import { type GraphDef, type GraphFunction, type GraphNode, type NodeInput, parseGraphDef } from "./graph-def.ts";
import { Handles } from "./handles.ts";
import { neededConstants } from "./needed-constants.ts";
import { Scope } from "./scope.ts";
import { type SignatureEntry, signatureEntries } from "./signature.ts";
import type { GraphTables } from "./surroundings.ts";
import { isHandleType } from "./tf-dtype.ts";
import { TfNode } from "./tf-node.ts";
import { Trials } from "./trials.ts";
import { walkNodes } from "./walk-graph.ts";

/** The largest floating-point constant whose values are read, in elements: a factor in shape arithmetic, not a weight. */
const FACTOR_LIMIT = 64;

/** A TensorFlow graph that is ready to be walked. */
interface ParsedGraph {
  readonly nodes: readonly GraphNode[];
  readonly functions: ReadonlyMap<string, GraphFunction>;
}

/**
 * A model from a TensorFlow graph. Reads the constants that shapes follow from.
 *
 * @throws ModelGaugeError `tfjs-malformed` where the graph contradicts itself
 */
export async function graphModel(artifacts: Artifacts, name: string, translators: readonly TfjsOp[]): Promise<Model> {
  const ops = new Map(translators.map((translator) => [translator.op, translator]));
  const main = parseGraphDef(artifacts.topology);
  const initializer =
    artifacts.initializer.isPresent && artifacts.initializer.has("node") ? parseGraphDef(artifacts.initializer) : undefined;
  const inputs = signatureEntries(artifacts.signature.at("inputs"));
  const outputs = signatureEntries(artifacts.signature.at("outputs"));
  const manifest = artifacts.manifest ?? [];
  const entries = new Map(manifest.flatMap((group) => group.entries).map((entry) => [entry.name, entry]));
  const needed = new Set([main, initializer].flatMap((graph) => (graph === undefined ? [] : [...neededConstants(graph, ops)])));
  const values = await readValues(
    manifest,
    artifacts.bytes,
    ({ name: entry, dtype, shape }) =>
      needed.has(entry) && (dtype !== "float32" || shape.reduce((count, size) => count * size, 1) <= FACTOR_LIMIT),
  );
  let found = NO_FINDINGS;
  const graph = parsed(main);
  const placeholders = placeholdersOf(graph.nodes, inputs);
  const initial = initializer && { graph: parsed(initializer), outputs: signatureEntries(artifacts.initializerSignature.at("outputs")) };
  const resultsRead = outputs.length > 0 ? outputs.map(({ tensor }) => tensor) : leaves(graph.nodes);
  return {
    name,
    format: "tfjs",
    inputs: placeholders.filter(({ resource }) => resource === undefined).map(({ declared }) => declared),
    inspectWeights: async (inspection) => {
      found = await inspectWeights(manifest, artifacts.bytes, inspection);
    },
    build: (builder) => {
      for (const diagnostic of [...missingFiles(artifacts.bytes.missing), ...found.diagnostics]) builder.diagnose(diagnostic);
      reportQuantised(manifest, builder);
      const functions = new Map([...graph.functions, ...(initial?.graph.functions ?? [])]);
      checkExpansion(graph.nodes, functions);
      const tables: GraphTables = {
        ops,
        functions,
        claims: new RoleClaims(ops, functions, (name) => entries.get(name)?.shape),
        entries,
        values,
        nonzero: found.nonzero,
        handles: new Handles(),
        outputsRead: outputsRead(
          [graph.nodes, ...(initial ? [initial.graph.nodes] : []), ...[...functions.values()].map((each) => each.nodes)],
          [...resultsRead, ...[...functions.values()].flatMap((each) => each.results)],
        ),
        trials: new Trials(),
        stored: new Map(),
      };
      const resources =
        initial &&
        walkMain(
          initial.graph.nodes,
          new Scope(undefined),
          initial.outputs.map(({ tensor }) => tensor),
          tables,
          builder,
          ["initializer"],
        );
      const byId = new Map((initial?.outputs ?? []).map(({ resource }, index) => [resource, resources?.[index]]));
      const scope = new Scope(undefined);
      for (const { declared, node, resource } of placeholders) {
        const captured = resource === undefined ? undefined : byId.get(resource);
        if (captured !== undefined) scope.define(node.name, [captured]);
        else if (!declared.hasDefault || isGiven(builder, declared.name)) scope.define(node.name, [builder.input(declared)]);
      }
      return builder.finish(walkMain(graph.nodes, scope, resultsRead, tables, builder, []));
    },
  };
}

function walkMain(
  nodes: readonly GraphNode[],
  scope: Scope,
  results: readonly NodeInput[],
  tables: GraphTables,
  builder: GraphBuilder,
  path: readonly string[],
): readonly Tensor[] {
  walkNodes(nodes, { tables, builder, scope, claims: tables.claims.ofNodes(nodes), prefix: "", path, calls: [] });
  return results.map(({ node, index }) => {
    const tensor = scope.get(node)?.tensors[index];
    if (tensor === undefined)
      throw malformed(`the model's output ${quoted(index === 0 ? node : `${node}:${index}`)} is produced by no node`);
    return tensor;
  });
}

function parsed({ nodes, functions }: GraphDef): ParsedGraph {
  const main = unframed(nodes);
  return { nodes: main.nodes, functions: new Map([...functions, ...main.functions.map((each) => [each.name, each] as const)]) };
}

/** A node that takes what the caller gives, or what the initializer makes. */
interface PlaceholderNode {
  readonly node: GraphNode;
  readonly declared: DeclaredInput;
  readonly resource: number | undefined;
}

/** The placeholders in the signature's order, then the others in the graph's. */
function placeholdersOf(nodes: readonly GraphNode[], signature: readonly SignatureEntry[]): readonly PlaceholderNode[] {
  const order = new Map(signature.map((entry, index) => [entry.tensor.node, { entry, index }]));
  return nodes
    .filter(({ op }) => op === "Placeholder" || op === "PlaceholderWithDefault")
    .map((node): PlaceholderNode => {
      const view = new TfNode(node);
      const entry = order.get(node.name)?.entry;
      const type = node.attributes.isPresent ? node.attributes.at("dtype").at("type").value : undefined;
      const shape = isHandleType(type) ? [] : (view.shape("shape") ?? entry?.shape);
      return {
        node,
        resource: entry?.resource,
        declared: {
          name: node.name,
          dtype: view.has("dtype") ? view.dtype("dtype") : (entry?.dtype ?? "float32"),
          shape: shape?.map((size, axis): DeclaredDim => (size === undefined && axis === 0 ? "batch" : size)),
          ...(node.op === "PlaceholderWithDefault" && { hasDefault: true }),
        },
      };
    })
    .toSorted((a, b) => (order.get(a.node.name)?.index ?? nodes.length) - (order.get(b.node.name)?.index ?? nodes.length));
}

function isGiven({ bindings }: GraphBuilder, name: string): boolean {
  return bindings.inputs !== undefined && Object.hasOwn(bindings.inputs, name);
}

/** First outputs of the nodes that nothing reads: the outputs of a model without a signature. */
function leaves(nodes: readonly GraphNode[]): readonly NodeInput[] {
  const read = new Set(nodes.flatMap((node) => [...node.inputs.map((input) => input.node), ...node.after]));
  return nodes
    .filter(({ name, op }) => !read.has(name) && !["Const", "NoOp", "Placeholder"].includes(op))
    .map(({ name }) => ({ node: name, output: undefined, index: 0 }));
}

function outputsRead(lists: readonly (readonly GraphNode[])[], results: readonly NodeInput[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const note = ({ node, index }: NodeInput): void => void counts.set(node, Math.max(counts.get(node) ?? 0, index + 1));
  for (const nodes of lists) for (const node of nodes) node.inputs.forEach(note);
  results.forEach(note);
  return counts;
}
