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

/** An input of the node under test. */
export interface NodeInput {
  readonly dtype: DType;
  readonly shape: Shape;
  /** Whether the model stores it. */
  readonly stored: boolean;
  readonly values?: readonly Scalar[];
}

/** The node under test, in a model of its own. */
export interface TestNode {
  /** A domain other than ai.onnx in front: `com.microsoft::Attention`. */
  readonly operator: string;
  /** undefined: an optional input that is left out. */
  readonly inputs: readonly (NodeInput | undefined)[];
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** How many outputs are used, or which: default 1. */
  readonly outputs?: number | readonly boolean[];
  /** Version of ai.onnx; default 21. */
  readonly version?: number;
}

/** An attribute's value: numbers are integers where nothing else is said. */
export type AttributeValue =
  | number
  | string
  | readonly number[]
  | readonly string[]
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly tensor: NodeInput }
  | { readonly graph: object };

/** What an analysis says of one node. */
export interface NodeReport {
  /** Name of each output as `dtype a×b`, or its kind. */
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

/** A value that flows into the node; an input of the model. */
export function input(dtype: DType, shape: Shape, values?: readonly Scalar[]): NodeInput {
  return { dtype, shape, stored: false, ...(values && { values }) };
}

/** A tensor that the model stores. */
export function stored(dtype: DType, shape: Shape, values?: readonly Scalar[]): NodeInput {
  return { dtype, shape, stored: true, ...(values && { values }) };
}

/** A vector of int64 that the model stores: axes, sizes. */
export function ints(...values: readonly number[]): NodeInput {
  return stored("int64", [values.length], values);
}

/** An int64 that the model stores. */
export function int(value: number): NodeInput {
  return stored("int64", [], [value]);
}

/** The outputs of a model of one node. */
export async function outputsOf(node: TestNode): Promise<readonly string[]> {
  return (await analyzeNode(node)).outputs;
}

/** Analyses a model of one node; inputs are called `in0`, `in1`, …, outputs `out0`, … */
export async function analyzeNode(node: TestNode): Promise<NodeReport> {
  const given = node.inputs.flatMap((each, index) =>
    each === undefined || each.stored
      ? []
      : [[`in${index}`, { dtype: each.dtype, shape: each.shape, ...(each.values && { values: each.values }) }] as const],
  );
  const report = await gauge.analyze(modelOf(node), { inputs: Object.fromEntries(given) });
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

function modelOf({ operator, inputs, attributes = {}, outputs = 1, version = 21 }: TestNode): object {
  const [opType, domain = ""] = operator.split("::").toReversed() as [string, string?];
  const used = typeof outputs === "number" ? Array.from({ length: outputs }, () => true) : outputs;
  const type = ({ dtype, shape }: NodeInput): object => ({
    tensorType: { elemType: DATA_TYPES[dtype], shape: { dim: shape.map((dimValue) => ({ dimValue })) } },
  });
  const model = {
    irVersion: 10,
    opsetImport: [{ domain: "", version }, ...(domain === "" ? [] : [{ domain, version: 1 }])],
    graph: {
      name: "test",
      node: [
        {
          name: "node",
          opType,
          domain,
          input: inputs.map((each, index) => (each === undefined ? "" : `in${index}`)),
          output: used.map((isUsed, index) => (isUsed ? `out${index}` : "")),
          attribute: Object.entries(attributes).map(attributeOf),
        },
      ],
      input: inputs.flatMap((each, index) => (each === undefined || each.stored ? [] : [{ name: `in${index}`, type: type(each) }])),
      output: used.flatMap((isUsed, index) => (isUsed ? [{ name: `out${index}` }] : [])),
      initializer: inputs.flatMap((each, index) => (each?.stored ? [initializer(`in${index}`, each)] : [])),
    },
  };
  return onnxProto.onnx.ModelProto.create(model as object);
}

/** An attribute as in onnx.proto. */
export function attributeOf([name, value]: readonly [string, AttributeValue]): object {
  const { INT, STRING, FLOAT, INTS, STRINGS, FLOATS, TENSOR, GRAPH } = onnxProto.onnx.AttributeProto.AttributeType;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (typeof value === "number") return { name, type: INT, i: value };
  if (typeof value === "string") return { name, type: STRING, s: encode(value) };
  if ("float" in value) return { name, type: FLOAT, f: value.float };
  if ("floats" in value) return { name, type: FLOATS, floats: value.floats };
  if ("tensor" in value) return { name, type: TENSOR, t: initializer(name, value.tensor) };
  if ("graph" in value) return { name, type: GRAPH, g: value.graph };
  return typeof value[0] === "string"
    ? { name, type: STRINGS, strings: (value as readonly string[]).map(encode) }
    : { name, type: INTS, ints: value };
}

function initializer(name: string, { dtype, shape, values }: NodeInput): object {
  const field = dtype === "int64" ? "int64Data" : dtype.startsWith("float") ? "floatData" : dtype === "string" ? "stringData" : "int32Data";
  const payload = values?.map((value) => (typeof value === "string" ? new TextEncoder().encode(value) : value));
  return { name, dataType: DATA_TYPES[dtype], dims: shape, ...(payload && { [field]: payload }) };
}
