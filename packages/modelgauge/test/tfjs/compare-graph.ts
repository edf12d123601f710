import * as tf from "@tensorflow/tfjs";
import type { Report } from "@modelgauge/core";
import { expect } from "vitest";
import { analyzeTfjs, shapeOf } from "./analyze-tfjs.ts";

/** Elements of a tensor, written down. */
export interface Constant {
  readonly dtype: "float32" | "int32" | "bool" | "string";
  readonly shape: readonly number[];
  /** Zeros where left out. */
  readonly values?: readonly (number | string)[];
}

/** A node: operation, inputs (other nodes, or constants), attributes as protobuf's JSON has them. */
export interface TestNode {
  readonly op: string;
  readonly inputs?: readonly (string | Constant)[];
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A graph of nodes by their names. */
export interface TestGraph {
  readonly placeholders?: Readonly<Record<string, Constant>>;
  readonly nodes: Readonly<Record<string, TestNode>>;
  readonly functions?: readonly object[];
  /** Tensors that the model gives out; the first output of the last node where left out. */
  readonly outputs?: readonly string[];
}

const TF_TYPES = { float32: "DT_FLOAT", int32: "DT_INT32", bool: "DT_BOOL", string: "DT_STRING" } as const;

/** A float32 constant. */
export const floats = (shape: readonly number[], values?: readonly number[]): Constant => ({
  dtype: "float32",
  shape,
  ...(values && { values }),
});
/** An int32 vector, or, of one number, a scalar. */
export const ints = (values: readonly number[] | number): Constant =>
  typeof values === "number" ? { dtype: "int32", shape: [], values: [values] } : { dtype: "int32", shape: [values.length], values };
/** A float32 scalar. */
export const float = (value: number): Constant => floats([], [value]);
/** A bool constant. */
export const flags = (shape: readonly number[], values?: readonly number[]): Constant => ({
  dtype: "bool",
  shape,
  ...(values && { values }),
});
/** A string vector. */
export const words = (...values: readonly string[]): Constant => ({ dtype: "string", shape: [values.length], values });

/** Attributes as protobuf's JSON writes them. */
export const attribute = {
  int: (value: number) => ({ i: String(value) }),
  float: (value: number) => ({ f: value }),
  flag: (value: boolean) => ({ b: value }),
  text: (value: string) => ({ s: btoa(value) }),
  ints: (...values: readonly number[]) => ({ list: { i: values.map(String) } }),
  texts: (...values: readonly string[]) => ({ list: { s: values.map((value) => btoa(value)) } }),
  type: (value: Constant["dtype"]) => ({ type: TF_TYPES[value] }),
  shape: (...sizes: readonly number[]) => ({ shape: { dim: sizes.map((size) => ({ size: String(size) })) } }),
  function: (name: string) => ({ func: { name } }),
};

/** A graph model in memory, as `tf.io.IOHandler.load` hands it over. */
export function graphArtifacts({ placeholders = {}, nodes, functions = [], outputs }: TestGraph): tf.io.ModelArtifacts {
  const written: object[] = [];
  const weightSpecs: tf.io.WeightsManifestEntry[] = [];
  const bytes: Uint8Array[] = [];
  const addConstant = (name: string, { dtype, shape, values }: Constant): void => {
    written.push({
      name,
      op: "Const",
      attr: { dtype: attribute.type(dtype), value: { tensor: { dtype: TF_TYPES[dtype], tensorShape: shapeJson(shape) } } },
    });
    weightSpecs.push({ name, dtype, shape: [...shape] });
    bytes.push(encoded(dtype, values ?? new Array<number>(shape.reduce((count, size) => count * size, 1)).fill(0)));
  };
  for (const [name, { dtype, shape }] of Object.entries(placeholders)) {
    written.push({ name, op: "Placeholder", attr: { dtype: attribute.type(dtype), shape: { shape: shapeJson(shape) } } });
  }
  for (const [name, { op, inputs = [], attributes = {} }] of Object.entries(nodes)) {
    const names = inputs.map((input, index) => {
      if (typeof input === "string") return input;
      addConstant(`${name}/input_${index}`, input);
      return `${name}/input_${index}`;
    });
    written.push({ name, op, input: names, attr: attributes });
  }
  const wanted = outputs ?? [Object.keys(nodes).at(-1)!];
  return {
    format: "graph-model",
    modelTopology: { node: written, versions: { producer: 1 }, ...(functions.length > 0 && { library: { function: functions } }) },
    signature: {
      inputs: Object.fromEntries(Object.keys(placeholders).map((name) => [name, { name: `${name}:0` }])),
      outputs: Object.fromEntries(wanted.map((name) => [name, { name: name.includes(":") ? name : `${name}:0` }])),
    },
    weightSpecs,
    weightData: joined(bytes),
  };
}

/** Analyses a graph without running it. */
export function analyzeGraph(graph: TestGraph): Promise<Report> {
  return analyzeTfjs(graphArtifacts(graph));
}

/** Runs a graph with TensorFlow.js, and compares the shape of each output with what an analysis says of it. */
export async function compareGraph(graph: TestGraph): Promise<Report> {
  const artifacts = graphArtifacts(graph);
  const model = await tf.loadGraphModel(tf.io.fromMemory(structuredClone(artifacts)));
  const fed = Object.fromEntries(
    Object.entries(graph.placeholders ?? {}).map(([name, { dtype, shape, values }]) => [
      name,
      values === undefined ? tf.zeros([...shape], dtype) : tf.tensor([...values], [...shape], dtype),
    ]),
  );
  const outputs = graph.outputs ?? [Object.keys(graph.nodes).at(-1)!];
  const results = [await model.executeAsync(fed, [...outputs])].flat();
  const report = await analyzeTfjs(artifacts);
  expect(report.coverage.undescribed).toEqual([]);
  outputs.forEach((name, index) => expect(shapeOf(report, name), name).toEqual(results[index]!.shape));
  return report;
}

function shapeJson(shape: readonly number[]): object {
  return { dim: shape.map((size) => ({ size: String(size) })) };
}

function encoded(dtype: Constant["dtype"], values: readonly (number | string)[]): Uint8Array {
  if (dtype === "float32") return new Uint8Array(Float32Array.from(values as number[]).buffer);
  if (dtype === "int32") return new Uint8Array(Int32Array.from(values as number[]).buffer);
  if (dtype === "bool") return Uint8Array.from(values as number[]);
  return joinedBytes(
    values.flatMap((value) => {
      const text = new TextEncoder().encode(String(value));
      return [new Uint8Array(Uint32Array.of(text.length).buffer), text];
    }),
  );
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function joined(parts: readonly Uint8Array[]): ArrayBuffer {
  return joinedBytes(parts).buffer as ArrayBuffer;
}
