import type { DeclaredDim, DType } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { malformed, quoted } from "../malformed.ts";
import { dtypeOfPolicy } from "./dtype-policy.ts";
import type { KerasLayer } from "./keras-layer.ts";
import { modernLayer } from "./keras-1.ts";
import { type CallArguments, callArguments, type Reference, references } from "./reference.ts";

/** How deep models may stand in one another. */
const NESTING_LIMIT = 64;

/** Classes that hold layers. */
const CONTAINERS: ReadonlySet<string> = new Set(["Model", "Functional", "Sequential"]);

/** What a model holds under a name. */
export type Member =
  | { readonly kind: "layer"; readonly layer: KerasLayer }
  | { readonly kind: "container"; readonly container: Container }
  | { readonly kind: "input"; readonly input: InputLayer };

/** Where a model begins. */
export interface InputLayer {
  readonly name: string;
  readonly dtype: DType;
  /** Absent where the file tells no shape. The batch is the dim `batch`, where it is open. */
  readonly shape: readonly DeclaredDim[] | undefined;
}

/** One call of a member. */
export interface Call {
  readonly member: Member;
  readonly name: string;
  /** Which call of the member it is, from 0. */
  readonly index: number;
  readonly arguments: CallArguments;
  /** The call as the file tells it, for arguments that are no tensors. */
  readonly source: JsonValue;
}

/** A model: layers, and how they are called. */
export interface Container {
  readonly className: string;
  readonly name: string;
  /** The models around it, outermost first. */
  readonly containers: readonly string[];
  /** In the file's order. */
  readonly calls: readonly Call[];
  readonly inputs: readonly Reference[];
  readonly outputs: readonly Reference[];
}

/** Whether a class is one that holds layers. */
export function isContainerClass(className: string): boolean {
  return CONTAINERS.has(className);
}

/**
 * Reads a Keras topology, of Keras 1 to 3 or of TensorFlow.js itself.
 *
 * @throws ModelGaugeError `tfjs-malformed`
 */
export function parseTopology(topology: JsonValue): Container {
  const model = topology.has("model_config") ? topology.at("model_config") : topology;
  const className = classNameOf(model);
  if (!CONTAINERS.has(className) && !model.at("config").has("layers")) {
    throw malformed(`${model.at("class_name").place} is ${quoted(className)}, which is no model: ${[...CONTAINERS].join(", ")}`);
  }
  return parseModel(model, [], () => []);
}

/**
 * A model inside another, or inside a layer's configuration (of TimeDistributed, say).
 *
 * @param around the models around it, outermost first
 */
export function parseContainer(model: JsonValue, around: readonly string[]): Container {
  return parseModel(model, around, (name) => [...around, name]);
}

/** @param inside what is around the model's layers, given its name */
function parseModel(model: JsonValue, around: readonly string[], inside: (name: string) => readonly string[]): Container {
  if (around.length > NESTING_LIMIT) throw malformed(`${model.place}: models stand more than ${NESTING_LIMIT} deep in one another`);
  return classNameOf(model) === "Sequential" ? parseSequential(model, around, inside) : parseFunctional(model, around, inside);
}

/** A layer inside a layer's configuration, or one of a model. */
export function parseLayer(json: JsonValue, owners: readonly string[], containers: readonly string[], fallbackName = ""): KerasLayer {
  const { className, config } = modernLayer(classNameOf(json), json.at("config"));
  const name = config.isObject && config.has("name") ? config.at("name").text() : json.at("name").text(fallbackName);
  return { className, name, config, owners: [...owners, name], containers };
}

function parseSequential(model: JsonValue, around: readonly string[], inside: (name: string) => readonly string[]): Container {
  const config = model.at("config");
  // Keras 1 and early tfjs write the layers alone.
  const list = config.isList ? config : config.at("layers");
  const name = config.isList ? model.at("name").text("sequential") : config.at("name").text("sequential");
  const containers = inside(name);
  const calls: Call[] = [];
  let last: Reference | undefined;
  const append = (member: Member, source: JsonValue): void => {
    // Members go by their position here: a Sequential model's layers are not called by name.
    const key = `#${calls.length}`;
    calls.push({ member, name: key, index: 0, arguments: { positional: last ? [last] : [], named: new Map() }, source });
    last = { layer: key, node: 0, tensor: 0, declared: undefined };
  };
  for (const [index, json] of list.items().entries()) {
    const member = parseMember(json, containers, `layer_${index}`);
    if (member.kind === "input" && index > 0) throw malformed(`${json.place}: an InputLayer stands behind other layers`);
    if (member.kind !== "input" && index === 0) append({ kind: "input", input: impliedInput(member, config) }, json);
    append(member, json);
  }
  if (last === undefined) throw malformed(`${list.place} is empty`);
  const first: Reference = { layer: "#0", node: 0, tensor: 0, declared: undefined };
  return { className: "Sequential", name, containers: around, calls, inputs: [first], outputs: [last] };
}

const NO_ARGUMENTS: CallArguments = { positional: [], named: new Map() };

function parseFunctional(model: JsonValue, around: readonly string[], inside: (name: string) => readonly string[]): Container {
  const config = model.at("config");
  const name = config.at("name").text("model");
  const containers = inside(name);
  const members = config
    .at("layers")
    .items()
    .map((json, index) => {
      const member = parseMember(json, containers, `layer_${index}`);
      return { json, member, name: json.has("name") ? json.at("name").text() : memberName(member) };
    });
  const calls = members.flatMap(({ json, member, name: key }): readonly Call[] => {
    if (member.kind === "input") return [{ member, name: key, index: 0, arguments: NO_ARGUMENTS, source: json }];
    return json
      .at("inbound_nodes")
      .items()
      .map((source, index) => ({ member, name: key, index, arguments: callArguments(source), source }));
  });
  const inputs = references(config.at("input_layers"));
  const outputs = references(config.at("output_layers"));
  if (outputs.length === 0) throw malformed(`${config.at("output_layers").place} names no layer`);
  return { className: classNameOf(model), name, containers: around, ...numberedFromZero(calls, inputs, outputs) };
}

/**
 * A model that is called inside another has, in some versions, a first call of its own, so that the file counts its calls from 1.
 */
function numberedFromZero(
  calls: readonly Call[],
  inputs: readonly Reference[],
  outputs: readonly Reference[],
): Pick<Container, "calls" | "inputs" | "outputs"> {
  const nested = new Set(calls.filter(({ member }) => member.kind === "container").map(({ name }) => name));
  const least = new Map<string, number>();
  const note = ({ layer, node }: Reference): void => {
    if (nested.has(layer)) least.set(layer, Math.min(least.get(layer) ?? Infinity, node));
  };
  const ofCall = ({ arguments: { positional, named } }: Call): readonly Reference[] => [...positional, ...[...named.values()].flat()];
  for (const reference of [...calls.flatMap(ofCall), ...outputs]) note(reference);
  const shifted = (reference: Reference): Reference => ({ ...reference, node: reference.node - (least.get(reference.layer) ?? 0) });
  return {
    calls: calls.map((call) => ({
      ...call,
      arguments: {
        positional: call.arguments.positional.map(shifted),
        named: new Map([...call.arguments.named].map(([key, list]) => [key, list.map(shifted)])),
      },
    })),
    inputs: inputs.map(shifted),
    outputs: outputs.map(shifted),
  };
}

function parseMember(json: JsonValue, containers: readonly string[], fallbackName: string): Member {
  const className = classNameOf(json);
  if (CONTAINERS.has(className)) return { kind: "container", container: parseContainer(json, containers) };
  const layer = parseLayer(json, [], containers, fallbackName);
  if (className === "InputLayer") return { kind: "input", input: inputLayer(layer.name, layer.config) };
  return { kind: "layer", layer };
}

function memberName(member: Member): string {
  if (member.kind === "layer") return member.layer.name;
  return member.kind === "input" ? member.input.name : member.container.name;
}

/**
 * The input that the first layer of a Sequential model tells, or the model's own record of how it was built. That of a model that stands
 * first is the model's, name and all, as in TensorFlow.js.
 */
function impliedInput(first: Exclude<Member, { kind: "input" }>, config: JsonValue): InputLayer {
  const name = `${memberName(first)}_input`;
  const own = first.kind === "layer" ? inputLayer(name, first.layer.config) : containerInput(first.container, name);
  const recorded = config.isObject ? config.at("build_input_shape") : undefined;
  return own.shape === undefined && recorded?.isList ? { ...own, shape: declaredDims(recorded) } : own;
}

function containerInput({ inputs, calls }: Container, name: string): InputLayer {
  const first = calls.find(({ name: key }) => key === inputs[0]?.layer)?.member;
  return first?.kind === "input" ? first.input : { name, dtype: "float32", shape: undefined };
}

function inputLayer(name: string, config: JsonValue): InputLayer {
  const whole = ["batch_input_shape", "batch_shape"].map((key) => config.at(key)).find(({ isList }) => isList);
  const sample = ["input_shape", "shape"].map((key) => config.at(key)).find(({ isList }) => isList);
  const shape = whole
    ? declaredDims(whole)
    : sample && ["batch", ...declaredDims(sample).map((dim) => (dim === "batch" ? undefined : dim))];
  return { name, dtype: dtypeOfPolicy(config.at("dtype")), shape };
}

function declaredDims(shape: JsonValue): readonly DeclaredDim[] {
  return shape.items().map((dim, axis) => {
    if (!dim.isPresent) return axis === 0 ? "batch" : undefined;
    const size = dim.integer();
    if (size < 0) throw malformed(`${dim.place} is a negative size: ${size}`);
    return size;
  });
}

/**
 * Without the package that some versions put in front: `keras.layers>Dense`, `Custom>Gate`. Functions of Keras 3 have the names of layers:
 * `ops.Add`.
 */
function classNameOf(json: JsonValue): string {
  const name = json.at("class_name").text().split(">").at(-1)!;
  const { value: module } = json.at("module");
  return typeof module === "string" && /^keras\.(src\.)?ops\b/.test(module) ? `ops.${name}` : name;
}
