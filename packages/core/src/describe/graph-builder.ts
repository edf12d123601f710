import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Diagnostic } from "../error/diagnostic.ts";
import type { Description } from "../ir/description.ts";
import { bitsOf, type DType, isFloat } from "../ir/dtype.ts";
import type { Body, Graph, Layer, Origin } from "../ir/graph.ts";
import { product, type Shape } from "../ir/shape.ts";
import { combine, type Status } from "../ir/status.ts";
import { isStatic, type Role, type Tensor, type Values } from "../ir/tensor.ts";
import { isTensorType, type ValueType } from "../ir/value-type.ts";
import { issuePath } from "./attribute-schema.ts";
import { bindInputs } from "./bind-inputs.ts";
import type { Bindings } from "./bindings.ts";
import type { LayerType } from "./layer-type.ts";

/** The largest constant whose values are kept and computed, in elements. */
export const VALUES_LIMIT = 16_384;

/** The most layers that one model may have, bodies and inlined functions included: hostile files expand without end. */
export const LAYER_LIMIT = 250_000;

/** A dimension as a file declares it: a size, a name to be bound, or nothing. */
export type DeclaredDim = number | string | undefined;

/** An input as a file declares it. */
export interface DeclaredInput {
  readonly name: string;
  /** Absent for sequences, optionals and maps: see `type`. */
  readonly dtype?: DType | undefined;
  /** Absent where the file does not tell the rank. */
  readonly shape?: readonly DeclaredDim[] | undefined;
  /** Type of an input that is no tensor. */
  readonly type?: ValueType | undefined;
  /** Whether the file stores a value that it takes where the caller gives none. */
  readonly hasDefault?: boolean;
}

/** A tensor that the model file stores. */
export interface StoredTensor {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: Shape;
  readonly role: Exclude<Role, "input" | "activation">;
  readonly values?: Values | undefined;
  readonly bytes?: number | undefined;
  /** How many of its elements are not zero, where that is known. */
  readonly nonzero?: number | undefined;
}

/** What a frontend says of a layer that no layer type describes. */
export interface UndescribedLayerRequest {
  readonly name: string;
  readonly inputs: readonly (Tensor | undefined)[];
  /** Names of the outputs; undefined where the source does not use one. */
  readonly outputs: readonly (string | undefined)[];
  readonly origin: Origin;
  readonly path?: readonly string[];
  /** What the file declares of the outputs. */
  readonly declared?: readonly (ValueType | undefined)[];
  /** Why nothing describes it, one clause; absent where that only follows from an earlier layer that nothing describes. */
  readonly reason?: string;
  readonly bodies?: readonly Body[];
}

/** What a frontend says of a layer. */
export interface LayerRequest extends Omit<UndescribedLayerRequest, "reason"> {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Tensors that ride along without being described. */
  readonly weights?: readonly Tensor[];
  /** How surely the attributes are known, where they follow from a tensor's values. */
  readonly status?: Status;
  /** The dtype that the file gives to the layer's floating-point outputs. The caller's what-if precision comes before it. */
  readonly activations?: DType | undefined;
}

/** What all builders of one model share. */
interface Session {
  readonly layerTypes: ReadonlyMap<string, LayerType>;
  readonly bindings: Bindings;
  /** What was diagnosed in finished graphs that no layer holds yet. */
  readonly ofBodies: WeakMap<Graph, readonly Diagnostic[]>;
  readonly bound: Map<string, number>;
  layers: number;
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
    const { bound, bindings } = this.#session;
    const dims = bindings.dims;
    return dims !== undefined && Object.hasOwn(dims, name) ? dims[name] : bound.get(name);
  }

  /** The number of a named dim for which the file itself has one: the caller's comes first. It is reported with the other bindings. */
  bindDim(name: string, otherwise: number): number {
    const size = this.dim(name) ?? otherwise;
    this.#session.bound.set(name, size);
    return size;
  }

  /**
   * Adds an input of the network. The caller's override wins over the declaration; a named dim takes its bound number, and any
   * other dim that the file leaves open becomes 1, with a diagnostic.
   *
   * @throws ModelGaugeError `invalid-input` when neither file nor caller tells the dtype or rank
   */
  input({ name, dtype, shape, type }: DeclaredInput): Tensor {
    const { bindings } = this.#session;
    const override = bindings.inputs !== undefined && Object.hasOwn(bindings.inputs, name) ? bindings.inputs[name] : undefined;
    if (type !== undefined && !isTensorType(type) && override?.shape === undefined) {
      return this.#addInput({ name, role: "input", type, status: "exact", stored: false });
    }
    if (override?.shape !== undefined) this.#bindBy(name, shape, override.shape);
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
    const sizes = override?.shape ?? shape!.map((dim, axis) => this.#resolveDim(dim, name, axis));
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
      type: { dtype: this.#precise(resolvedType, "activations"), shape: sizes },
      status: "exact",
      values: values !== undefined && values.length <= VALUES_LIMIT ? values : undefined,
      stored: false,
    });
  }

  /** Adds an input of a body, whose type the enclosing layer gives. */
  bodyInput(name: string, like: Pick<Tensor, "type" | "status" | "values">): Tensor {
    return this.#addInput({ name, role: "activation", type: like.type, status: like.status, values: like.values, stored: false });
  }

  /** A tensor that the file stores. Call it once for a tensor that several layers share. */
  stored({ name, dtype, shape, role, values, bytes, nonzero }: StoredTensor): Tensor {
    const kept = values !== undefined && values.length <= VALUES_LIMIT ? values : undefined;
    const precise = role === "weight" || role === "bias" ? this.#precise(dtype, "weights") : dtype;
    return {
      name,
      role,
      type: { dtype: precise, shape },
      status: "exact",
      values: kept,
      bytes: precise === dtype ? bytes : undefined,
      nonzero,
      stored: true,
    };
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
    return located(request, () => {
      const inputs = bindInputs(layerType, request.inputs);
      if (inputs === "unknown") return this.#undescribed(request, undefined, attributes);
      const context = { attributes, inputs, bodies };
      const description = layerType.describe(context);
      const status = combine(request.status ?? "exact", ...[...request.inputs, ...weights].map((tensor) => tensor?.status ?? "exact"));
      const values = smallEnough(description) ? layerType.evaluate?.({ ...context, outputs: description.outputs }) : undefined;
      const fixed = isFixed(description, request);
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
        const known = isTensorType(type) && values?.[index]?.length === product(type.shape) ? values[index] : undefined;
        return {
          name,
          role: fixed || known !== undefined ? "constant" : "activation",
          type: isTensorType(type) && !fixed ? { ...type, dtype: this.#outputDType(type.dtype, request) } : type,
          status: combine(status, own),
          values: known,
          stored: false,
        };
      });
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
        message: `the model has more than ${LAYER_LIMIT} layers once its functions are expanded`,
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

  #outputDType(dtype: DType, { activations }: LayerRequest): DType {
    return this.#precise(activations !== undefined && isFloat(dtype) ? activations : dtype, "activations");
  }

  #precise(dtype: DType, what: keyof NonNullable<Bindings["precision"]>): DType {
    const wanted = this.#session.bindings.precision?.[what];
    return wanted !== undefined && isFloat(dtype) ? wanted : dtype;
  }

  /** An overridden input binds its named dims, where the caller has not bound them otherwise. */
  #bindBy(input: string, declared: DeclaredInput["shape"], sizes: Shape): void {
    if (declared?.length !== sizes.length) return;
    declared.forEach((dim, axis) => {
      if (typeof dim !== "string") return;
      const bound = this.bindDim(dim, sizes[axis]!);
      if (bound === sizes[axis]) return;
      this.diagnose({
        severity: "warning",
        code: "dim-mismatch",
        message: `input "${input}" is given ${sizes[axis]} along dim "${dim}", which is ${bound} elsewhere`,
      });
    });
  }

  #resolveDim(dim: DeclaredDim, input: string, axis: number): number {
    if (typeof dim === "number") return dim;
    const size = dim === undefined ? undefined : this.dim(dim);
    if (size !== undefined) {
      this.#session.bound.set(dim!, size);
      return size;
    }
    if (dim !== undefined) this.#session.bound.set(dim, 1);
    this.diagnose({
      severity: "info",
      code: "unbound-dim",
      message:
        dim === undefined
          ? `dim ${axis} of input "${input}" is open in the file: taken as 1`
          : `dim "${dim}" of input "${input}" is not bound: taken as 1`,
    });
    return 1;
  }
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
  const session: Session = { layerTypes, bindings, ofBodies: new WeakMap(), bound: new Map(), layers: 0 };
  const diagnostics: Diagnostic[] = [];
  return {
    builder: new GraphBuilder(session, name, diagnostics),
    record: () => ({
      diagnostics,
      bound: Object.fromEntries([...session.bound].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}

function named({ name, type, origin, path = [] }: LayerRequest): Pick<Layer, "name" | "type" | "origin" | "path"> {
  return { name, type, origin, path };
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

function smallEnough({ outputs }: Description): boolean {
  return outputs.every((output) => isTensorType(output) && product(output.shape) <= VALUES_LIMIT);
}

/**
 * Whether a dtype only carries the declared one: NumPy has no bfloat16, eight-bit or narrower floats, and programs hold these in unsigned
 * integers of the same width.
 */
function isCarrier(given: DType, declared: DType | undefined): boolean {
  return declared !== undefined && isFloat(declared) && declared !== "float16" && given === `uint${bitsOf(declared)}`;
}

/** `conv "layer1.0.conv1" (onnx Conv)` */
function place({ name, type, origin }: Pick<LayerRequest, "name" | "type" | "origin">): string {
  return `${type} "${name}" (${origin.format} ${origin.operator})`;
}

function located<T>(request: LayerRequest, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ModelGaugeError) || error.code === "too-large") throw error;
    throw new ModelGaugeError({
      code: error.code,
      message: `${place(request)}: ${error.message}`,
      ...(error.hint !== undefined && { hint: error.hint }),
      cause: error,
    });
  }
}

function validAttributes(layerType: LayerType, request: LayerRequest): Readonly<Record<string, unknown>> {
  const result = layerType.attributes["~standard"].validate(request.attributes ?? {});
  if (result instanceof Promise) {
    throw new ModelGaugeError({
      code: "invalid-plugin",
      message: `layer type "${layerType.type}": its attribute schema must validate synchronously`,
    });
  }
  if (result.issues === undefined) return result.value as Readonly<Record<string, unknown>>;
  const issue = result.issues[0]!;
  const where = issuePath(issue);
  throw new ModelGaugeError({
    code: "invalid-attributes",
    message: `${place(request)}: ${where === "" ? "" : `attribute ${where}: `}${issue.message}`,
  });
}
