import {
  check,
  type GraphBuilder,
  isTensorType,
  ModelGaugeError,
  type Tensor,
  type ValueType,
  type Operand,
  operandOf,
} from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { LayerEmitter } from "../layer-emitter.ts";
import type { TfjsLayer, TfjsLayerContext } from "../layer-translator.ts";
import { type KerasLayer, qualifiedName } from "./keras-layer.ts";
import type { LayerWeights } from "./layer-weights.ts";
import { isContainerClass, parseContainer, parseLayer } from "./topology.ts";
import type { Container } from "./topology.ts";

/** What holds for all layers of a model. */
export interface KerasTables {
  readonly builder: GraphBuilder;
  readonly translators: ReadonlyMap<string, TfjsLayer>;
  readonly weights: LayerWeights;
  /** Version of Keras, or of TensorFlow.js, that wrote the topology: `2.4.0`, `tfjs-layers 4.22.0`; empty where it does not say. */
  readonly writer: string;
  /** That of the model's first input. */
  readonly batch: number | undefined;
  /** Whether sizes that the file leaves open, other than the batch, had to be assumed. */
  readonly assumedSizes: boolean;
  /** Describes a model inside the model. */
  readonly walk: (
    container: Container,
    inputs: readonly (Tensor | undefined)[],
    tables: KerasTables,
    suffix: string,
  ) => readonly (Tensor | undefined)[];
}

/** One call of a layer. */
export interface LayerCall {
  readonly layer: KerasLayer;
  /** What tells the tensors of this call from those of others; empty for the first. */
  readonly suffix: string;
  readonly inputs: readonly (Tensor | undefined)[];
  readonly named: ReadonlyMap<string, readonly (Tensor | undefined)[]>;
  readonly source: JsonValue;
  /** What the file declares of the outputs; as many as are read. */
  readonly declared: readonly (ValueType | undefined)[];
}

/**
 * Adds the layers that one call of a Keras layer becomes.
 *
 * @returns the call's outputs
 * @throws ModelGaugeError with the layer named in front
 */
export function translateLayer(call: LayerCall, tables: KerasTables): readonly (Tensor | undefined)[] {
  const { layer, suffix, declared } = call;
  const name = qualifiedName(layer);
  const emitter = new LayerEmitter({
    builder: tables.builder,
    request: { name, origin: { format: "tfjs", operator: layer.className, name }, path: layer.containers },
    outputName: (output) => `${name}${suffix}${output === 0 ? "" : `:${output}`}`,
    declared: (output) => declared[output],
    status: "exact",
  });
  const given = [...call.inputs, ...[...call.named.values()].flat()];
  const undescribed = (reason: string, outputs: readonly ValueType[] = []): void => {
    const types = outputs.length > 0 ? outputs : declared;
    emitter.undescribed(reason, [...call.inputs, ...tables.weights.all(layer)], Math.max(1, types.length), { types });
  };
  emitter.translating(() => {
    const translator = tables.translators.get(layer.className);
    if (translator === undefined) return undescribed(`no plugin translates the layer class ${layer.className}`);
    const untyped = given.find((tensor) => tensor?.type === undefined);
    if (untyped !== undefined || given.includes(undefined)) return undescribed(`the type of its input "${untyped?.name ?? ""}" is unknown`);
    try {
      translator.translate(contextOf(call, emitter, tables, undescribed));
    } catch (error) {
      if (!tables.assumedSizes || !(error instanceof ModelGaugeError) || error.code !== "invalid-layer") throw error;
      return undescribed(`with open sizes taken as 1, ${error.message}`);
    }
    check(emitter.outputs.length > 0, "its translator adds no layer");
  });
  return emitter.outputs;
}

function contextOf(
  call: LayerCall,
  emitter: LayerEmitter,
  tables: KerasTables,
  undescribed: TfjsLayerContext["undescribed"],
): TfjsLayerContext {
  const { layer, source } = call;
  const known = (tensors: readonly (Tensor | undefined)[]): readonly Operand[] =>
    tensors.map((tensor) => tensor && operandOf(tensor)).filter((operand) => operand !== undefined);
  return {
    layer,
    inputs: known(call.inputs),
    named: new Map([...call.named].map(([key, tensors]) => [key, known(tensors)])),
    call: source,
    writer: tables.writer,
    storedShape: (name) => tables.weights.storedShape(layer, name),
    diagnose: (warning) => tables.builder.diagnose({ severity: "warning", ...warning, layer: qualifiedName(layer) }),
    weight: (name, shape, { role = "weight", dtype = "float32", alias, under } = {}) =>
      tables.weights.weight(layer, { kinds: alias === undefined ? [name] : [name, alias], shape, role, dtype, under }),
    add: (type, inputs, attributes, options) => emitter.add(type, inputs, attributes, options),
    step: (name, type, inputs, attributes, options) => emitter.step(name, type, inputs, attributes, options),
    inner: (json, inputs) => {
      const outputs = emitter.locating(() => translateInner(json, call, inputs, tables));
      const operands = known(outputs);
      return operands.length === outputs.length ? operands : undefined;
    },
    constant: (dtype, shape) => operandOf(tables.builder.constant(`${qualifiedName(layer)}/constant`, dtype, shape))!,
    undescribed,
  };
}

function translateInner(
  json: JsonValue,
  { layer, suffix }: LayerCall,
  inputs: readonly Operand[],
  tables: KerasTables,
): readonly (Tensor | undefined)[] {
  const containers = [...layer.containers, layer.name];
  const tensors = inputs.map(({ tensor }) => tensor);
  if (isContainerClass(json.at("class_name").text())) return tables.walk(parseContainer(json, containers), tensors, tables, suffix);
  const inner = parseLayer(json, layer.owners, containers);
  return translateLayer({ layer: inner, suffix, inputs: tensors, named: new Map(), source: json, declared: [] }, tables);
}

/** The type that Keras 3 declares of a tensor; undefined where that leaves a size open. */
export function declaredType(config: JsonValue, batch: number | undefined): ValueType | undefined {
  const shape = config.at("shape").items();
  const sizes = shape.map((size, axis) => (size.isPresent ? size.integer() : axis === 0 ? batch : undefined));
  return sizes.includes(undefined) ? undefined : { dtype: config.at("dtype").dtype("float32"), shape: sizes as number[] };
}

/** The batch of a tensor. */
export function batchOf(tensor: Tensor | undefined): number | undefined {
  return tensor?.type !== undefined && isTensorType(tensor.type) ? tensor.type.shape[0] : undefined;
}
