import { check } from "../error/check.ts";
import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Diagnostic } from "../error/diagnostic.ts";
import type { Description } from "../ir/description.ts";
import { bitsOf, type DType, isFloat } from "../ir/dtype.ts";
import type { Graph, Layer } from "../ir/graph.ts";
import { product, type Shape } from "../ir/shape.ts";
import { sameType } from "../ir/same-type.ts";
import { combine, combineAll, type Status } from "../ir/status.ts";
import { isStatic, type Tensor, type Values } from "../ir/tensor.ts";
import { formatType, isTensorType } from "../ir/value-type.ts";
import { OPERATION_KINDS } from "../ir/work.ts";
import { bindInputs } from "./bind-inputs.ts";
import { type Bindings, overrideOf } from "./bindings.ts";
import type { DeclaredInput, StoredTensor } from "./declared.ts";
import { DimBindings } from "./dim-bindings.ts";
import { withoutFalling } from "./known-bounds.ts";
import type { LayerRequest, UndescribedLayerRequest } from "./layer-request.ts";
import type { LayerType } from "./layer-type.ts";
import { LAYER_LIMIT, SIZE_LIMIT, SMALL_VALUES, VALUES_IN_ALL, VALUES_LIMIT } from "./limits.ts";
import { located, place } from "./locate.ts";
import { Precisions } from "./precisions.ts";
import { validAttributes } from "./valid-attributes.ts";

/** What all builders of one model share. */
interface Session {
  readonly layerTypes: ReadonlyMap<string, LayerType>;
  readonly bindings: Bindings;
  /** What was diagnosed in finished graphs that no layer holds yet. */
  readonly ofBodies: WeakMap<Graph, readonly Diagnostic[]>;
  readonly dims: DimBindings;
  readonly precisions: Precisions;
  layers: number;
  /** Elements of constants that are kept. */
  values: number;
}

/**
 * Builds a graph layer by layer, in execution order, describing each layer as it is added: the one place that propagates types.
 * Frontends hold it; each layer's typed outputs come back at once.
 */
export class GraphBuilder {
  readonly #session: Session;
  readonly #name: string;
  readonly #inputs: Tensor[] = [];
  readonly #layers: Layer[] = [];
  readonly #names = new Map<string, number>();
  readonly #diagnostics: Diagnostic[];

  /** @internal Use {@link startGraph} or {@link GraphBuilder.body}. */
  constructor(session: Session, name: string, diagnostics: Diagnostic[] = []) {
    this.#session = session;
    this.#name = name;
    this.#diagnostics = diagnostics;
  }

  /** What the caller asked for. */
  get bindings(): Bindings {
    return this.#session.bindings;
  }

  /** Records something that the reader of the report must know. */
  diagnose(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }

  /** The number that a named dim is bound to, if the caller or an overridden input's shape binds it. */
  dim(name: string): number | undefined {
    return this.#session.dims.get(name);
  }

  /** The number of a named dim for which the file itself has one: the caller's comes first. It is reported with the other bindings. */
  bindDim(name: string, otherwise: number): number {
    return this.#session.dims.bind(name, otherwise);
  }

  /**
   * Adds an input of the network. The caller's override wins over the declaration; a named dim takes its bound number, and any
   * other dim that the file leaves open becomes 1, with a diagnostic.
   *
   * @throws ModelGaugeError `invalid-input` when neither file nor caller tells the dtype or rank
   */
  input({ name, dtype, shape, type }: DeclaredInput): Tensor {
    const { bindings, dims } = this.#session;
    const diagnose = (diagnostic: Diagnostic): void => this.diagnose(diagnostic);
    const override = overrideOf(bindings, name);
    if (type !== undefined && !isTensorType(type) && override?.shape === undefined) {
      return this.#addInput({ name, role: "input", type, status: "exact", stored: false });
    }
    const resolvedType = override?.dtype === undefined || isCarrier(override.dtype, dtype) ? dtype : override.dtype;
    if (resolvedType === undefined)
      throw new ModelGaugeError({ code: "invalid-input", message: `the file does not tell the dtype of input "${name}"` });
    if (override?.shape === undefined && shape === undefined) {
      throw new ModelGaugeError({
        code: "invalid-input",
        message: `the file does not tell the shape of input "${name}"`,
        hint: `give it: --input ${name}=1x3x224x224`,
      });
    }
    const sizes = (override?.shape ?? shape!).map((dim, axis) => dims.resolve(dim, name, axis, diagnose));
    if (override?.shape !== undefined) dims.bindBy(name, shape, sizes, diagnose);
    const values = override?.values;
    if (values !== undefined && values.length !== product(sizes)) {
      throw new ModelGaugeError({
        code: "invalid-input",
        message: `input "${name}" takes ${product(sizes)} values, ${values.length} are given`,
      });
    }
    return this.#addInput({
      name,
      role: "input",
      type: { dtype: resolvedType, shape: sizes },
      held: this.#session.precisions.heldInput(resolvedType),
      status: "exact",
      values: values !== undefined && values.length <= VALUES_LIMIT ? values : undefined,
      stored: false,
    });
  }

  /** Adds an input of a body, whose type the enclosing layer gives. */
  bodyInput(name: string, like: Pick<Tensor, "type" | "status" | "values" | "held">): Tensor {
    const { type, status, values } = like;
    const held = like.held ?? (type !== undefined && isTensorType(type) ? this.#session.precisions.heldInput(type.dtype) : undefined);
    return this.#addInput({ name, role: "activation", type, status, values, held, stored: false });
  }

  /** A tensor that the file stores. Call it once for a tensor that several layers share. */
  stored({ name, dtype, shape, role, values, bytes, nonzero }: StoredTensor): Tensor {
    const kept = values !== undefined && this.keepsValues(values.length) ? values : undefined;
    this.#session.values += kept?.length ?? 0;
    const held = this.#session.precisions.heldStored(dtype, role);
    const type = { dtype, shape };
    return { name, role, type, status: "exact", values: kept, bytes: held === undefined ? bytes : undefined, held, nonzero, stored: true };
  }

  /** A constant that stands in the graph's own structure (an attribute, a default), and not among its stored tensors. */
  constant(name: string, dtype: DType, shape: Shape, values?: Values): Tensor {
    return { name, role: "constant", type: { dtype, shape }, status: "exact", values, stored: false };
  }

  /**
   * A builder for a graph that a layer of this one holds; `finish` it and hand the graph to the layer as a body. A graph that is described
   * on trial and held by no layer leaves no diagnostics.
   */
  body(name: string): GraphBuilder {
    return new GraphBuilder(this.#session, name);
  }

  /** Whether the values of a constant of so many elements are kept: those of a model are limited, each and in all. */
  keepsValues(elements: number): boolean {
    return elements <= (this.#session.values + elements <= VALUES_IN_ALL ? VALUES_LIMIT : SMALL_VALUES);
  }

  /** Whether some plugin contributes a layer type of this name. */
  knows(type: string): boolean {
    return this.#session.layerTypes.has(type);
  }

  /**
   * Adds a layer and describes it. Where an input's type is unknown, the layer keeps what the file declares of its outputs.
   *
   * @returns its outputs, one a requested name
   * @throws ModelGaugeError `unknown-layer-type`, `invalid-attributes`, `invalid-layer`, or the layer type's own, with the layer named in front
   */
  layer(request: LayerRequest): readonly (Tensor | undefined)[] {
    const layerType = this.#session.layerTypes.get(request.type);
    if (layerType === undefined) {
      throw new ModelGaugeError({
        code: "unknown-layer-type",
        message: `${place(request)}: no plugin contributes the layer type "${request.type}"`,
      });
    }
    const attributes = validAttributes(layerType, request);
    const bodies = request.bodies ?? [];
    const weights = request.weights ?? [];
    const { precisions } = this.#session;
    const precision = precisions.of(request);
    return located(request, () => {
      const inputs = bindInputs(layerType, request.inputs);
      if (inputs === "unknown") return this.#undescribed(request, undefined, attributes);
      const context = { attributes, inputs, bodies };
      const description = precisions.computed(layerType.describe(context), precision, request.inputs);
      const operands = combineAll([...request.inputs, ...weights].map((tensor) => tensor?.status ?? "exact"));
      const certain = withoutFalling(layerType, request.inputs);
      const evaluated = certain === undefined ? "exact" : "estimate";
      const followed = certain === undefined || isDescribedAlike(layerType, context, certain, description) ? "exact" : "estimate";
      const status = combine(request.status ?? "exact", operands, followed);
      checkOutputs(description);
      const values = this.#evaluated(layerType, context, description);
      const settled = isSettled(request, operands);
      const fixed = settled && isFixed(description, request);
      const outputs = request.outputs.map((name, index): Tensor | undefined => {
        const output = description.outputs[index];
        if (name === undefined) return undefined;
        if (output === undefined) {
          throw new ModelGaugeError({
            code: "invalid-layer",
            message: `has ${description.outputs.length} outputs, output ${index} ("${name}") is asked for`,
          });
        }
        const { status: own = "exact", ...type } = output;
        const known = isTensorType(type) && values[index]?.length === product(type.shape) ? values[index] : undefined;
        const seen = isTensorType(type) && !fixed ? { ...type, dtype: outputDType(type.dtype, request) } : type;
        const tensor: Tensor = {
          name,
          role: fixed || (settled && known !== undefined) ? "constant" : "activation",
          type: seen,
          status: combine(status, own, known === undefined ? "exact" : evaluated),
          values: known,
          stored: false,
        };
        const held = fixed ? precisions.heldFixed(tensor, request) : precisions.heldOutput(seen, request, description, precision);
        return held ? Object.assign(tensor, { held }) : tensor;
      });
      if (!fixed) precisions.use(request, precision);
      this.#add({
        ...named(request),
        attributes,
        inputs: request.inputs,
        weights,
        outputs,
        description,
        status: combine(status, description.status ?? "exact"),
        bodies,
      });
      return outputs;
    });
  }

  /**
   * Adds a layer that nothing describes: it is named in the coverage, its outputs keep what the file declares, and each total that
   * it touches is a lower bound.
   */
  undescribed(request: UndescribedLayerRequest): readonly (Tensor | undefined)[] {
    return this.#undescribed({ ...request, type: request.origin.operator }, request.reason, {});
  }

  /** Values of a layer's outputs, where they follow and are few. */
  #evaluated(
    layerType: LayerType,
    context: Parameters<LayerType["describe"]>[0],
    { outputs }: Description,
  ): readonly (Values | undefined)[] {
    const elements = outputs.map((output) => (isTensorType(output) ? product(output.shape) : Infinity));
    if (!elements.every((count) => this.keepsValues(count))) return [];
    const values = layerType.evaluate?.({ ...context, outputs }) ?? [];
    for (const each of values) this.#session.values += each?.length ?? 0;
    return values;
  }

  /** Ends the graph. Outputs in the source's order; each under the name that the source gives it. */
  finish(outputs: readonly Tensor[]): Graph {
    const graph = { name: this.#name, inputs: this.#inputs, outputs, layers: this.#layers };
    this.#session.ofBodies.set(graph, this.#diagnostics);
    return graph;
  }

  #undescribed(request: LayerRequest, reason: string | undefined, attributes: Layer["attributes"]): readonly (Tensor | undefined)[] {
    if (reason !== undefined)
      this.diagnose({ severity: "warning", code: "undescribed-layer", message: `${place(request)}: ${reason}`, layer: request.name });
    const outputs = request.outputs.map((name, index): Tensor | undefined =>
      name === undefined
        ? undefined
        : {
            name,
            role: "activation",
            type: request.declared?.[index],
            status: request.declared?.[index] === undefined ? "unknown" : "exact",
            stored: false,
          },
    );
    const weights = request.weights ?? [];
    this.#add({ ...named(request), attributes, inputs: request.inputs, weights, outputs, status: "unknown", bodies: request.bodies ?? [] });
    return outputs;
  }

  #add(layer: Layer): void {
    this.#session.layers += 1;
    if (this.#session.layers > LAYER_LIMIT) {
      throw new ModelGaugeError({
        code: "too-large",
        message: `the model has more than ${LAYER_LIMIT} layers once its functions and loops are expanded`,
      });
    }
    for (const { graph } of layer.bodies) {
      this.#diagnostics.push(...(this.#session.ofBodies.get(graph) ?? []));
      this.#session.ofBodies.delete(graph);
    }
    const seen = this.#names.get(layer.name) ?? 0;
    this.#names.set(layer.name, seen + 1);
    this.#layers.push(seen === 0 ? layer : { ...layer, name: `${layer.name}#${seen + 1}` });
  }

  #addInput(tensor: Tensor): Tensor {
    this.#inputs.push(tensor);
    return tensor;
  }
}

/** The dtype that a file gives to a layer's floating-point outputs, where it gives one. */
function outputDType(dtype: DType, { activations }: LayerRequest): DType {
  return activations !== undefined && isFloat(dtype) ? activations : dtype;
}

/** What building a model leaves beside its graph. */
export interface BuildRecord {
  readonly diagnostics: readonly Diagnostic[];
  /** Every symbolic dim that was met, with its number, in order of name. */
  readonly bound: Readonly<Record<string, number>>;
}

/** Starts a graph under some bindings; `record` is to be read once the graph is finished. */
export function startGraph(
  name: string,
  layerTypes: ReadonlyMap<string, LayerType>,
  bindings: Bindings,
): { readonly builder: GraphBuilder; readonly record: () => BuildRecord } {
  const session: Session = {
    layerTypes,
    bindings,
    ofBodies: new WeakMap(),
    dims: new DimBindings(bindings.dims),
    precisions: new Precisions(bindings.precision),
    layers: 0,
    values: 0,
  };
  const diagnostics: Diagnostic[] = [];
  return {
    builder: new GraphBuilder(session, name, diagnostics),
    record: () => ({ diagnostics: [...diagnostics, ...session.precisions.diagnostics], bound: session.dims.bound }),
  };
}

function named({ name, type, origin, path = [] }: LayerRequest): Pick<Layer, "name" | "type" | "origin" | "path"> {
  return { name, type, origin, path };
}

/** Whether a layer has the same sizes and work with these inputs as with its own. */
function isDescribedAlike(
  layerType: LayerType,
  context: Parameters<LayerType["describe"]>[0],
  inputs: readonly (Tensor | undefined)[],
  { outputs, work }: Description,
): boolean {
  const bound = bindInputs(layerType, inputs);
  if (bound === "unknown") return false;
  const other = layerType.describe({ ...context, inputs: bound });
  return (
    other.outputs.length === outputs.length &&
    other.outputs.every((output, index) => sameType(output, outputs[index])) &&
    OPERATION_KINDS.every((kind) => other.work[kind] === work[kind])
  );
}

/**
 * Whether attributes and known values are the same in every run: attributes that are less sure than the operands are not, nor are values
 * that follow from such.
 */
function isSettled({ inputs, status = "exact" }: LayerRequest, operands: Status): boolean {
  return (
    (status === "exact" || operands !== "exact") &&
    inputs.every((tensor) => tensor?.values === undefined || tensor.status === "exact" || isStatic(tensor))
  );
}

/** Whether a layer's outputs are the same in every run. What bodies read is not seen here, and random numbers differ. */
function isFixed({ work }: Description, { inputs, weights = [], bodies = [] }: LayerRequest): boolean {
  return (
    inputs.length > 0 &&
    bodies.length === 0 &&
    work.random === undefined &&
    [...inputs, ...weights].every((tensor) => tensor === undefined || isStatic(tensor))
  );
}

/** Requires sizes that a tensor can have: attributes and inputs may each be in order, and what follows from them too large. */
function checkOutputs({ outputs }: Description): void {
  outputs.forEach((output, index) => {
    const possible = !isTensorType(output) || output.shape.every((size) => Number.isInteger(size) && size >= 0 && size <= SIZE_LIMIT);
    check(possible, () => `output ${index} would be ${formatType(output)}`);
  });
}

/**
 * Whether a dtype only carries the declared one: NumPy has no bfloat16, eight-bit or narrower floats, and programs hold these in unsigned
 * integers of the same width.
 */
function isCarrier(given: DType, declared: DType | undefined): boolean {
  return declared !== undefined && isFloat(declared) && declared !== "float16" && given === `uint${bitsOf(declared)}`;
}
