import { check, type DType, product } from "@modelgauge/core";
import { dtypeOf } from "./proto/data-types.ts";
import {
  ATTRIBUTE_TYPE,
  type AttributeProto,
  type GraphProto,
  type NodeProto,
  type SparseTensorProto,
  type TensorProto,
} from "./proto/model-proto.ts";

const TYPE_NAMES: ReadonlyMap<number, string> = new Map(Object.entries(ATTRIBUTE_TYPE).map(([name, code]) => [code, name]));
const decoder = new TextDecoder();

/** A node as translators see it: its operator, the version that the model uses, and its attributes by name and type. */
export class OnnxNode {
  readonly #proto: NodeProto;
  readonly #attributes: ReadonlyMap<string, AttributeProto>;
  /** Version of the operator set that the model imports for the node's domain. */
  readonly version: number;

  /**
   * @param call attributes of the enclosing function's call, for attributes that refer to them
   * @throws ModelGaugeError `invalid-layer` when an attribute stands twice
   */
  constructor(proto: NodeProto, version: number, call: ReadonlyMap<string, AttributeProto> | undefined) {
    this.#proto = proto;
    this.version = version;
    const attributes = new Map<string, AttributeProto>();
    for (const attribute of proto.attribute) {
      check(!attributes.has(attribute.name), () => `attribute ${attribute.name} stands twice`);
      const actual = attribute.refAttrName === "" ? attribute : call?.get(attribute.refAttrName);
      if (actual !== undefined) attributes.set(attribute.name, actual);
    }
    this.#attributes = attributes;
  }

  get name(): string {
    return this.#proto.name;
  }

  get operator(): string {
    return this.#proto.opType;
  }

  /** "" for ai.onnx. */
  get domain(): string {
    return this.#proto.domain === "ai.onnx" ? "" : this.#proto.domain;
  }

  /** How many outputs are written down, unused ones included. */
  get outputCount(): number {
    return this.#proto.output.length;
  }

  /** Whether output `index` is used. */
  hasOutput(index: number): boolean {
    return (this.#proto.output[index] ?? "") !== "";
  }

  /** Names of the attributes that are there. */
  get attributeNames(): readonly string[] {
    return [...this.#attributes.keys()];
  }

  has(name: string): boolean {
    return this.#attributes.has(name);
  }

  /** The attributes, for calls of the model's own functions. */
  get attributes(): ReadonlyMap<string, AttributeProto> {
    return this.#attributes;
  }

  /** Whether all values of an attribute are in memory; lists that are too large are left in the file, and then seem empty. */
  isComplete(name: string): boolean {
    return (this.#attributes.get(name)?.skipped.length ?? 0) === 0;
  }

  int(name: string): number | undefined {
    const value = this.#get(name, ATTRIBUTE_TYPE.int)?.i;
    return value === undefined ? (this.has(name) ? 0 : undefined) : Number(value);
  }

  float(name: string): number | undefined {
    const value = this.#get(name, ATTRIBUTE_TYPE.float)?.f;
    return value === undefined ? (this.has(name) ? 0 : undefined) : value;
  }

  string(name: string): string | undefined {
    const attribute = this.#get(name, ATTRIBUTE_TYPE.string);
    return attribute && decoder.decode(attribute.s ?? new Uint8Array());
  }

  ints(name: string): readonly number[] | undefined {
    return this.#get(name, ATTRIBUTE_TYPE.ints)?.ints.map(Number);
  }

  floats(name: string): readonly number[] | undefined {
    return this.#get(name, ATTRIBUTE_TYPE.floats)?.floats;
  }

  /** Element type and number of floating-point numbers in an attribute, a list or a tensor, be they left in the file. */
  numbersIn(name: string): { readonly dtype: DType; readonly count: number } | undefined {
    const attribute = this.#attributes.get(name);
    if (attribute === undefined) return undefined;
    if (attribute.t !== undefined) {
      const dtype = dtypeOf(attribute.t.dataType);
      return dtype && { dtype, count: product(attribute.t.dims.map(Number)) };
    }
    const inFile = attribute.skipped.filter(({ field }) => field === "floats").reduce((bytes, { length }) => bytes + length, 0);
    return { dtype: "float32", count: attribute.floats.length + inFile / 4 };
  }

  strings(name: string): readonly string[] | undefined {
    return this.#get(name, ATTRIBUTE_TYPE.strings)?.strings.map((bytes) => decoder.decode(bytes));
  }

  tensor(name: string): TensorProto | undefined {
    return this.#get(name, ATTRIBUTE_TYPE.tensor)?.t;
  }

  sparseTensor(name: string): SparseTensorProto | undefined {
    return this.#get(name, ATTRIBUTE_TYPE.sparseTensor)?.sparseTensor;
  }

  graph(name: string): GraphProto | undefined {
    return this.#get(name, ATTRIBUTE_TYPE.graph)?.g;
  }

  /** An int that is a flag. */
  flag(name: string): boolean | undefined {
    const value = this.int(name);
    return value === undefined ? undefined : value !== 0;
  }

  /**
   * An int that names an element type, as Cast's `to`.
   *
   * @throws ModelGaugeError `invalid-layer` when it names none
   */
  dtype(name: string): DType | undefined {
    const code = this.int(name);
    if (code === undefined) return undefined;
    const dtype = dtypeOf(code);
    check(dtype !== undefined, `attribute ${name} is ${code}, which is no element type`);
    return dtype;
  }

  /**
   * One of some words.
   *
   * @throws ModelGaugeError `invalid-layer` when it is another
   */
  word<const Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    const word = words.find((each) => each === text);
    check(word !== undefined, () => `attribute ${name} is "${text.slice(0, 80)}", not one of ${words.join(", ")}`);
    return word;
  }

  /** Files of IR version 1 leave the type 0: what is asked for is then taken to be it. */
  #get(name: string, type: number): AttributeProto | undefined {
    const attribute = this.#attributes.get(name);
    if (attribute === undefined) return undefined;
    check(
      attribute.type === type || attribute.type === ATTRIBUTE_TYPE.undefined,
      () => `attribute ${name} is of type ${TYPE_NAMES.get(attribute.type) ?? attribute.type}, not ${TYPE_NAMES.get(type)}`,
    );
    return attribute;
  }
}
