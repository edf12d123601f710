import {
  type Body,
  combine,
  type DType,
  type Graph,
  isDType,
  isFloat,
  isFloatingPoint,
  isStatic,
  isTensorType,
  type Layer,
  type LayerType,
  ModelGaugeError,
  type Status,
  type Tensor,
} from "@modelgauge/core";
import { escapeTemplate } from "../expression/parse.ts";
import { LANGUAGE_VERSION } from "../schema/document-schema.ts";
import { formatDocument } from "./format.ts";
import { nestByPath, type WrittenLayer } from "./nest-by-path.ts";
import type { Json, JsonRecord } from "./plain-value.ts";
import { TensorNames } from "./tensor-names.ts";
import { writeAttributes } from "./write-attributes.ts";
import { writeStatus, writeType, writeValues } from "./write-type.ts";
import { writeWeights } from "./write-weights.ts";

/** What a written document says beside the graph. */
export interface WriteOptions {
  /** Where the graph comes from, and under which sizes it was built: a note. */
  readonly description?: string;
}

/**
 * Writes a graph of any frontend as a document, formatted for reading. What is read from it has the same layers, of the same figures; its
 * sizes are those that the graph was built under.
 *
 * @throws ModelGaugeError `not-writable` where the graph holds what the language has no words for
 */
export function writeDocument(graph: Graph, layerTypes: ReadonlyMap<string, LayerType>, { description }: WriteOptions = {}): string {
  return formatDocument(new DocumentWriter(graph, layerTypes).document(description));
}

class DocumentWriter {
  readonly #graph: Graph;
  readonly #layerTypes: ReadonlyMap<string, LayerType>;
  readonly #names: TensorNames;
  readonly #dtype: DType;
  /** Tensors that layers produce, and inputs. */
  readonly #made = new Set<Tensor>();
  /** How many layers hold a tensor. */
  readonly #holders = new Map<Tensor, number>();
  readonly #declared = new Set<Tensor>();

  constructor(graph: Graph, layerTypes: ReadonlyMap<string, LayerType>) {
    this.#graph = graph;
    this.#layerTypes = layerTypes;
    this.#names = new TensorNames(graph);
    this.#dtype = dtypeOf(graph);
    this.#count(graph);
  }

  document(description: string | undefined): JsonRecord {
    const { name, inputs, layers, outputs } = this.#graph;
    const previous = inputs.length === 1 ? inputs[0] : undefined;
    const written = nestByPath(this.#writeLayers(layers, previous));
    const results = outputs.map((tensor) => this.#reference(tensor));
    return {
      modelgauge: LANGUAGE_VERSION,
      ...(name !== "" && { name }),
      ...(description !== undefined && { description }),
      inputs: inputs.map((input) => ({ name: escapeTemplate(this.#names.of(input)), ...(input.type && writeType(input.type)) })),
      layers: written,
      outputs: results,
      tensors: this.#declared.size === 0 ? undefined : [...this.#declared].map((tensor) => this.#writeTensor(tensor)),
    };
  }

  #count({ inputs, layers, outputs }: Graph): void {
    for (const input of inputs) this.#made.add(input);
    for (const layer of layers) {
      for (const tensor of [...layer.inputs, ...layer.weights]) this.#hold(tensor);
      for (const output of layer.outputs) if (output !== undefined) this.#made.add(output);
      for (const { graph } of layer.bodies) this.#count(graph);
    }
    for (const output of outputs) this.#hold(output);
  }

  #hold(tensor: Tensor | undefined): void {
    if (tensor !== undefined) this.#holders.set(tensor, (this.#holders.get(tensor) ?? 0) + 1);
  }

  #writeLayers(layers: readonly Layer[], first: Tensor | undefined): readonly WrittenLayer[] {
    let previous = first;
    return layers.map((layer) => {
      const statement = this.#writeLayer(layer, previous);
      [previous] = layer.outputs;
      return { path: layer.path, statement };
    });
  }

  #writeLayer(layer: Layer, previous: Tensor | undefined): JsonRecord {
    const layerType = this.#layerTypes.get(layer.type);
    const unknownInput = layer.inputs.some((tensor) => tensor !== undefined && tensor.type === undefined);
    const described = layerType !== undefined && (layer.description !== undefined || unknownInput) ? layerType : undefined;
    const { name, origin, bodies, description } = layer;
    const weights =
      described &&
      writeWeights(
        layer,
        described,
        this.#dtype,
        (tensor) => this.#holders.get(tensor)! > 1,
        (tensor) => this.#reference(tensor),
      );
    const precision = { ...(weights?.["precision"] as JsonRecord | undefined), ...activationsOf(layer) };
    return {
      ...(described === undefined ? { operator: origin.operator } : { type: layer.type }),
      ...(name !== "" && { name: escapeTemplate(name) }),
      ...this.#writeInputs(layer, described, previous),
      ...(described && writeAttributes(layer, described)),
      ...(weights?.["weights"] !== undefined && { weights: weights["weights"] }),
      ...(Object.keys(precision).length > 0 && { precision }),
      ...this.#writeOutputs(layer),
      ...(description === undefined && {
        declared: layer.outputs.map((output) => (output?.type === undefined ? null : writeType(output.type))),
      }),
      ...(described && writeStatus(requestedStatus(layer))),
      ...writeOrigin(layer),
      ...(bodies.length > 0 && { bodies: bodies.map((body) => this.#writeBody(body, layer.path)) }),
    };
  }

  #writeInputs({ inputs }: Layer, layerType: LayerType | undefined, previous: Tensor | undefined): JsonRecord {
    const portless = layerType !== undefined && Object.keys(layerType.inputs as object).length === 0;
    const usual = portless || previous === undefined ? [] : [previous];
    if (inputs.length === usual.length && inputs[0] === usual[0]) return {};
    const references = inputs.map((tensor) => (tensor === undefined ? null : this.#reference(tensor)));
    return { input: references.length === 1 && references[0] !== null ? references[0]! : references };
  }

  #writeOutputs({ name, outputs, description }: Layer): JsonRecord {
    const names = outputs.map((output) => (output === undefined ? null : this.#names.of(output)));
    const usual = names.every((each, index) => each === (index === 0 ? name : `${name}:${index}`));
    const count = description?.outputs.length ?? outputs.length;
    if (usual && count === outputs.length && name !== "") return {};
    return { outputs: names.map((each) => (each === null ? null : escapeTemplate(each))) };
  }

  #writeBody({ name, graph, runs, status, alternative }: Body, around: readonly string[]): JsonRecord {
    const layers = this.#writeLayers(graph.layers, graph.inputs[0]);
    const inside = layers.every(({ path }) => around.every((step, depth) => path[depth] === step));
    return {
      name,
      ...(!inside && { path: [] }),
      inputs: graph.inputs.map((input) => ({
        name: escapeTemplate(this.#names.of(input)),
        ...(input.type && writeType(input.type)),
        ...writeValues(input),
        ...writeStatus(input.status),
      })),
      layers: nestByPath(layers.map(({ path, statement }) => ({ path: inside ? path.slice(around.length) : path, statement }))),
      outputs: graph.outputs.map((output) => this.#reference(output)),
      ...(runs !== 1 && { runs }),
      ...writeStatus(status),
      ...(alternative && { alternative }),
    };
  }

  #writeTensor(tensor: Tensor): JsonRecord {
    const { type, role, bytes, stored, values } = tensor;
    return {
      name: escapeTemplate(this.#names.of(tensor)),
      ...(type && writeType(type)),
      ...(role !== (values === undefined ? "weight" : "constant") && { role }),
      bytes,
      ...(!stored && { stored }),
      ...writeValues(tensor),
    };
  }

  /** What a statement calls a tensor; one that nothing in the graph produces is declared. */
  #reference(tensor: Tensor): string {
    if (!this.#made.has(tensor) && !this.#declared.has(tensor)) {
      if (!isStatic(tensor) || tensor.type === undefined || !isTensorType(tensor.type)) {
        throw new ModelGaugeError({ code: "not-writable", message: `nothing produces the tensor "${tensor.name}"` });
      }
      this.#declared.add(tensor);
    }
    return escapeTemplate(this.#names.of(tensor));
  }
}

/** The element type that a reader of the document takes for what does not say another. */
function dtypeOf({ inputs }: Graph): DType {
  for (const { type } of inputs) if (type !== undefined && isTensorType(type) && isFloatingPoint(type.dtype)) return type.dtype;
  return "float32";
}

/** The dtype of a layer's floating-point outputs, where that is not what its type describes. */
function activationsOf({ outputs, description }: Layer): JsonRecord {
  const found = outputs.flatMap((output, index) => {
    const [own, told] = [output?.type, description?.outputs[index]];
    if (own === undefined || told === undefined || !isTensorType(own) || !isTensorType(told)) return [];
    return isFloat(told.dtype) && own.dtype !== told.dtype ? [own.dtype] : [];
  });
  const [activations] = found;
  return activations !== undefined && isDType(activations) ? { activations } : {};
}

/** The status that a frontend must have given to a layer, beside what follows from its inputs and its description. */
function requestedStatus({ inputs, weights, outputs, description, status }: Layer): Status {
  const ofInputs = [...inputs, ...weights].map((tensor) => tensor?.status ?? "exact");
  const candidates: readonly Status[] = ["exact", "at-most", "at-least", "estimate"];
  const fits = (candidate: Status): boolean => {
    const own = combine(candidate, ...ofInputs);
    return (
      combine(own, description?.status ?? "exact") === status &&
      outputs.every(
        (output, index) => output === undefined || combine(own, description?.outputs[index]?.status ?? "exact") === output.status,
      )
    );
  };
  return candidates.find(fits) ?? "exact";
}

function writeOrigin({ name, type, origin }: Layer): JsonRecord {
  const { format, operator, name: own } = origin;
  if (format === "dsl" && operator === type && own === name) return {};
  const words: readonly Json[] = [format, operator, ...(own === name ? [] : [own])].map(escapeTemplate);
  return { origin: words };
}
