import { type DType, DTYPES, startGraph, type Tensor } from "@modelgauge/core";
import { permissiveLayerTypes, type TestTensor } from "@modelgauge/testkit";
import { onnxModel } from "../src/onnx-model.ts";
import type { OnnxOperator } from "../src/operator.ts";
import { fromModelProto } from "../src/proto/from-model-proto.ts";
import { dtypeOf } from "../src/proto/data-types.ts";

/** A tensor that the file stores. */
interface StoredTensor extends TestTensor {
  readonly stored: true;
}

/** A tensor that the file stores: with values where the test tells them. */
export function stored(tensor: TestTensor): TestTensor {
  return { ...tensor, stored: true } as StoredTensor;
}

/** A number that is written as a float. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A number that is written as a float, be it whole. */
export function float(value: number): Float {
  return new Float(value);
}

type Attribute = number | string | Float | readonly number[] | readonly string[] | readonly Float[];

/** A node under test. */
export interface TestNode {
  /** Names of its outputs; `y` where left out. */
  readonly outputs?: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** What the file declares of outputs. */
  readonly declared?: Readonly<Record<string, TestTensor>>;
}

/** A layer as a translator asks for it, before a layer type completes its attributes; tensors by name. */
export interface TranslatedLayer {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inputs: readonly (string | undefined)[];
  readonly weights: readonly string[];
  readonly outputs: readonly (string | undefined)[];
}

/**
 * What one node becomes.
 *
 * @param version of the operator set of the operator's domain
 * @param inputs by name, in the operator's order; undefined where left out
 */
export function translated(
  operator: OnnxOperator,
  version: number,
  inputs: Readonly<Record<string, TestTensor | undefined>>,
  { outputs = ["y"], attributes = {}, declared = {} }: TestNode = {},
): readonly TranslatedLayer[] {
  const { operator: opType, domain } = operator;
  const given = Object.entries(inputs);
  const model = fromModelProto({
    irVersion: 10,
    opsetImport: [{ domain, version }, ...(domain === "" ? [] : [{ domain: "", version: 21 }])],
    graph: {
      name: "test",
      node: [
        {
          name: "node",
          opType,
          domain,
          input: given.map(([name, input]) => (input === undefined ? "" : name)),
          output: outputs,
          attribute: Object.entries(attributes).map(([name, value]) => ({ name, ...attributeValue(value) })),
        },
      ],
      input: given.flatMap(([name, input]) => (input === undefined || isStored(input) ? [] : [valueInfo(name, input)])),
      initializer: given.flatMap(([name, input]) => (input !== undefined && isStored(input) ? [initializer(name, input)] : [])),
      output: outputs.filter((name) => name !== "").map((name) => valueInfo(name, declared[name])),
    },
  });
  const { builder } = startGraph("test", permissiveLayerTypes, {});
  return onnxModel(model, "test", [operator])
    .build(builder)
    .layers.map(({ type, attributes: asked, inputs: read, weights, outputs: made }) => ({
      type,
      attributes: asked,
      inputs: read.map(nameOf),
      weights: weights.map(({ name }) => name),
      outputs: made.map(nameOf),
    }));
}

function isStored(tensor: TestTensor): tensor is StoredTensor {
  return "stored" in tensor;
}

function nameOf(tensor: Tensor | undefined): string | undefined {
  return tensor?.name;
}

/** A value as attributes hold it, with the code of its type. */
function attributeValue(value: Attribute): object {
  if (value instanceof Float) return { type: 1, f: value.value };
  if (typeof value === "number") return { type: 2, i: value };
  if (typeof value === "string") return { type: 3, s: new TextEncoder().encode(value) };
  const [first] = value;
  if (first instanceof Float) return { type: 6, floats: value.map((each) => (each as Float).value) };
  if (typeof first === "string") return { type: 8, strings: value.map((each) => new TextEncoder().encode(each as string)) };
  return { type: 7, ints: value };
}

function valueInfo(name: string, tensor: TestTensor | undefined): object {
  if (tensor === undefined) return { name };
  const dim = tensor.shape.map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: codeOf(tensor.dtype), shape: { dim } } } };
}

const DATA_FIELDS: Partial<Record<DType, string>> = { float32: "floatData", int64: "int64Data", float64: "doubleData" };

function initializer(name: string, { dtype, shape, values = [] }: StoredTensor): object {
  return { name, dataType: codeOf(dtype), dims: shape, [DATA_FIELDS[dtype] ?? "int32Data"]: values };
}

/** The number of an element type in ONNX files. */
function codeOf(dtype: DType): number {
  for (let code = 1; code <= DTYPES.length; code++) if (dtypeOf(code) === dtype) return code;
  throw new Error(`ONNX has no ${dtype}`);
}
