import {
  analyzeModel,
  type Bindings,
  type Body,
  type Description,
  type Graph,
  type GraphBuilder,
  type HardwareProfile,
  type Layer,
  type LayerType,
  type Metric,
  type MetricOverride,
  type Model,
  type Report,
  startGraph,
  type StoredTensor,
  type Tensor,
  type ValueType,
} from "@modelgauge/core";
import { described } from "./described.ts";

/** One layer of a test network. */
export interface TestLayer {
  readonly name: string;
  readonly inputs?: readonly (Tensor | undefined)[];
  readonly weights?: readonly Tensor[];
  readonly bodies?: readonly Body[];
  readonly path?: readonly string[];
}

/** Builds a test network, layer by layer. */
export class NetworkBuilder {
  readonly graph: GraphBuilder;

  constructor(graph: GraphBuilder) {
    this.graph = graph;
  }

  /** An input of the network, or, in a body, of the body. */
  input(name: string, type: ValueType): Tensor {
    if (type.kind === undefined || type.kind === "tensor") return this.graph.input({ name, dtype: type.dtype, shape: type.shape });
    return this.graph.input({ name, type });
  }

  /** A stored float32 tensor; a weight where the role is not told. */
  stored(name: string, shape: readonly number[], more: Partial<StoredTensor> = {}): Tensor {
    return this.graph.stored({ name, dtype: "float32", role: "weight", ...more, shape });
  }

  /** A layer that is described as told; its outputs are named `name`, `name.1`, … */
  layer({ name, inputs = [], ...more }: TestLayer, description: Description): readonly Tensor[] {
    return this.graph.layer({
      ...more,
      name,
      inputs,
      type: described.type,
      attributes: { ...description },
      outputs: description.outputs.map((_, index) => (index === 0 ? name : `${name}.${index}`)),
      origin: { format: "test", operator: described.type, name },
    }) as readonly Tensor[];
  }

  /** A layer that nothing describes; the file declares what is told of its outputs. */
  undescribed({ name, inputs = [], ...more }: TestLayer, ...declared: readonly (ValueType | undefined)[]): readonly Tensor[] {
    return this.graph.undescribed({
      ...more,
      name,
      inputs,
      outputs: declared.map((_, index) => (index === 0 ? name : `${name}.${index}`)),
      declared,
      reason: "no plugin knows it",
      origin: { format: "test", operator: "Mystery", name },
    }) as readonly Tensor[];
  }

  /** A graph that a layer runs. */
  body(name: string, build: (network: NetworkBuilder) => readonly Tensor[], more: Partial<Omit<Body, "name" | "graph">> = {}): Body {
    const graph = this.graph.body(name);
    return { name, graph: graph.finish(build(new NetworkBuilder(graph))), runs: 1, status: "exact", alternative: false, ...more };
  }
}

/** A model that is built by a function, which answers the outputs. */
export function testModel(name: string, build: (network: NetworkBuilder) => readonly Tensor[]): Model {
  return { name, format: "test", inputs: [], build: (graph) => graph.finish(build(new NetworkBuilder(graph))) };
}

/** What a test analysis draws on. */
export interface TestParts {
  readonly metrics: readonly Metric[];
  readonly hardware?: readonly HardwareProfile[];
  readonly overrides?: readonly MetricOverride[];
  /** Beside {@link described}. */
  readonly layerTypes?: readonly LayerType[];
  readonly bindings?: Bindings;
}

/** Analyses a test model. */
export function analyzeTestModel(
  model: Model,
  { metrics, hardware = [], overrides = [], layerTypes = [], bindings = {} }: TestParts,
): Report {
  const types = new Map([described, ...layerTypes].map((layerType) => [layerType.type, layerType]));
  return analyzeModel(model, bindings, { layerTypes: types, metrics, overrides, hardware, source: model.name });
}

/** Builds a test model's graph, without measuring it. */
export function buildTestModel(model: Model, bindings: Bindings = {}): Graph {
  return model.build(startGraph(model.name, new Map([[described.type, described]]), bindings).builder);
}

/** The layer of that name. */
export function layerOf(graph: Graph, name: string): Layer {
  const layer = graph.layers.find((each) => each.name === name);
  if (layer === undefined) throw new Error(`the graph has no layer "${name}"`);
  return layer;
}
