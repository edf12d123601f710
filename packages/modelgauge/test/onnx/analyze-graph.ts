import type { DType, Report, ReportValue, Scalar, Shape } from "@modelgauge/core";
import onnx from "@modelgauge/frontend-onnx";
import { createGauge, type Gauge } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import activations from "@modelgauge/metric-activations";
import macs from "@modelgauge/metric-macs";
import modelSize from "@modelgauge/metric-model-size";
import ops from "@modelgauge/metric-ops";
import params from "@modelgauge/metric-params";
import onnxProto from "onnx-proto";

/** Data types of tensors that tests use, by their numbers in onnx.proto. */
const DATA_TYPES: { readonly [dtype in DType]?: number } = {
  float32: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float16: 10,
  float64: 11,
  uint32: 12,
  uint64: 13,
  bfloat16: 16,
  float8e4m3fn: 17,
  uint4: 21,
  int4: 22,
};

/** A value that a graph takes or stores. */
export interface GraphInput {
  readonly dtype: DType;
  readonly shape: Shape;
  /** Whether the model stores it. */
  readonly stored: boolean;
  readonly values?: readonly Scalar[];
  /** Where it is a map to single elements of `dtype`: the dtype of its keys. */
  readonly key?: DType;
}

/** An attribute's value: numbers are integers where nothing else is said. */
export type AttributeValue =
  | number
  | string
  | readonly number[]
  | readonly string[]
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly tensor: GraphInput }
  | { readonly graph: object };

/** A node: operator (a domain other than ai.onnx in front: `com.microsoft::Attention`), inputs, outputs, attributes. */
export type GraphNode = readonly [
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes?: Readonly<Record<string, AttributeValue>>,
];

/** A model under test. */
export interface TestGraph {
  readonly inputs: Readonly<Record<string, GraphInput>>;
  /** The first is called `node`, further ones after their outputs. */
  readonly nodes: readonly GraphNode[];
  readonly outputs: readonly string[];
  /** Metadata of the graph. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Version of ai.onnx; default 21. */
  readonly version?: number;
}

/** What an analysis says of a model under test. */
export interface GraphReport {
  /** Each output as `dtype a×b`, or its kind. */
  readonly outputs: readonly string[];
  /** Layer types in execution order. */
  readonly types: readonly string[];
  readonly macs: number | null;
  readonly params: number | null;
  /** Bytes that are stored. */
  readonly bytes: number | null;
  /** Operations of integers, where there are some. */
  readonly integerOps: number | null;
  readonly report: Report;
}

const gauge: Gauge = createGauge({ plugins: [layers, onnx, macs, ops, params, activations, modelSize] });

/** A value that flows into the model. */
export function input(dtype: DType, shape: Shape, values?: readonly Scalar[]): GraphInput {
  return { dtype, shape, stored: false, ...(values && { values }) };
}

/** A map that flows into the model. */
export function map(key: DType, value: DType): GraphInput {
  return { dtype: value, shape: [], stored: false, key };
}

/** A tensor that the model stores. */
export function stored(dtype: DType, shape: Shape, values?: readonly Scalar[]): GraphInput {
  return { dtype, shape, stored: true, ...(values && { values }) };
}

/** A vector of int64 that the model stores: axes, sizes. */
export function ints(...values: readonly number[]): GraphInput {
  return stored("int64", [values.length], values);
}

/** An int64 that the model stores. */
export function int(value: number): GraphInput {
  return stored("int64", [], [value]);
}

/** A graph that a node holds: the value of an attribute. It may read the values around it. */
export function body(inputs: readonly string[], nodes: readonly GraphNode[], outputs: readonly string[]): { readonly graph: object } {
  return {
    graph: {
      name: "inner",
      input: inputs.map((name) => ({ name })),
      node: nodes.map((node) => nodeProto(node)),
      output: outputs.map((name) => ({ name })),
    },
  };
}

/** Analyses a model, all of whose inputs have the sizes and values that are told. */
export async function analyzeGraph(model: TestGraph): Promise<GraphReport> {
  const given = Object.entries(model.inputs).flatMap(([name, each]) =>
    each.stored || each.key !== undefined
      ? []
      : [[name, { dtype: each.dtype, shape: each.shape, ...(each.values && { values: each.values }) }] as const],
  );
  const report = await gauge.analyze(modelProto(model), { inputs: Object.fromEntries(given) });
  const total = (metric: string, figure: string): number | null => report.totals[metric]?.[figure]?.value ?? null;
  return {
    outputs: report.model.outputs.map(written),
    types: report.layers.map(({ type }) => type),
    macs: total("macs", "total"),
    params: total("params", "total"),
    bytes: total("model-size", "total"),
    integerOps: total("ops", "integer"),
    report,
  };
}

function written(value: ReportValue): string {
  if (value.kind !== undefined) return value.kind;
  return `${value.dtype} ${value.shape.join("×")}`;
}

function modelProto({ inputs, nodes, outputs, metadata = {}, version = 21 }: TestGraph): object {
  const domains = new Set(nodes.map(([operator]) => domainOf(operator)).filter((domain) => domain !== ""));
  const given = Object.entries(inputs);
  const model = {
    irVersion: 10,
    opsetImport: [{ domain: "", version }, ...[...domains].map((domain) => ({ domain, version: 1 }))],
    graph: {
      name: "test",
      node: nodes.map((node, index) => ({ ...nodeProto(node), ...(index === 0 && { name: "node" }) })),
      input: given.flatMap(([name, each]) => (each.stored ? [] : [{ name, type: typeProto(each) }])),
      output: outputs.map((name) => ({ name })),
      initializer: given.flatMap(([name, each]) => (each.stored ? [tensorProto(name, each)] : [])),
      metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    },
  };
  return onnxProto.onnx.ModelProto.create(model);
}

function nodeProto([operator, input, output, attributes = {}]: GraphNode): object {
  const opType = operator.split("::").at(-1);
  return { opType, domain: domainOf(operator), input, output, attribute: Object.entries(attributes).map(attributeProto) };
}

function domainOf(operator: string): string {
  return operator.includes("::") ? operator.split("::")[0]! : "";
}

function typeProto({ dtype, shape, key }: GraphInput): object {
  if (key !== undefined) return { mapType: { keyType: DATA_TYPES[key], valueType: { tensorType: { elemType: DATA_TYPES[dtype] } } } };
  return { tensorType: { elemType: DATA_TYPES[dtype], shape: { dim: shape.map((dimValue) => ({ dimValue })) } } };
}

function attributeProto([name, value]: readonly [string, AttributeValue]): object {
  const { INT, STRING, FLOAT, INTS, STRINGS, FLOATS, TENSOR, GRAPH } = onnxProto.onnx.AttributeProto.AttributeType;
  if (typeof value === "number") return { name, type: INT, i: value };
  if (typeof value === "string") return { name, type: STRING, s: utf8(value) };
  if ("float" in value) return { name, type: FLOAT, f: value.float };
  if ("floats" in value) return { name, type: FLOATS, floats: value.floats };
  if ("tensor" in value) return { name, type: TENSOR, t: tensorProto(name, value.tensor) };
  if ("graph" in value) return { name, type: GRAPH, g: value.graph };
  return typeof value[0] === "string"
    ? { name, type: STRINGS, strings: (value as readonly string[]).map(utf8) }
    : { name, type: INTS, ints: value };
}

function tensorProto(name: string, { dtype, shape, values }: GraphInput): object {
  const field = dtype === "int64" ? "int64Data" : dtype.startsWith("float") ? "floatData" : dtype === "string" ? "stringData" : "int32Data";
  const payload = values?.map((value) => (typeof value === "string" ? utf8(value) : value));
  return { name, dataType: DATA_TYPES[dtype], dims: shape, ...(payload && { [field]: payload }) };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
