import {
  areBounds,
  type Body,
  check,
  combine,
  combineAll,
  type Graph,
  type LayerRequest,
  ModelGaugeError,
  type Tensor,
  Operand,
} from "@modelgauge/core";
import { modulePath } from "./module-path.ts";
import type { OnnxNode } from "./onnx-node.ts";
import {
  type AddOptions,
  type BodyOptions,
  type InputKind,
  type OnnxContext,
  type OnnxOperator,
  operatorId,
  type StepOptions,
  type UndescribedOptions,
} from "./operator.ts";
import type { GraphProto, NodeProto } from "./proto/model-proto.ts";
import { declaredOf, outputName, type Surroundings } from "./surroundings.ts";

/** A node with what is known of it. */
export interface NodeCall {
  readonly proto: NodeProto;
  readonly node: OnnxNode;
  readonly operator: OnnxOperator | undefined;
  readonly operands: readonly (Tensor | undefined)[];
  readonly around: Surroundings;
  /** Describes a graph that the node holds. */
  readonly walkSubgraph: (graph: GraphProto, inputs: readonly Pick<Tensor, "type" | "status" | "values">[], around: Surroundings) => Graph;
}

/**
 * Adds the layers that one node becomes.
 *
 * @returns the node's outputs; undefined for those that it does not use
 * @throws ModelGaugeError with the node named in front
 */
export function translateNode(call: NodeCall): readonly (Tensor | undefined)[] {
  const translation = new Translation(call);
  try {
    translation.run();
  } catch (error) {
    if (!(error instanceof ModelGaugeError) || translation.hasLocated(error)) throw error;
    const { node, proto } = call;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    const name = proto.name || proto.output.find((output) => output !== "") || "";
    throw new ModelGaugeError({ code: error.code, message: `${operatorId(node)} "${name}": ${error.message}`, ...hint, cause: error });
  }
  return translation.outputs;
}

/** One node's translation while it runs. */
class Translation {
  readonly outputs: (Tensor | undefined)[];
  readonly #call: NodeCall;
  readonly #request: Pick<LayerRequest, "name" | "origin" | "path">;
  readonly #located = new WeakSet<Error>();
  #unattached: readonly Operand[] = [];

  constructor(call: NodeCall) {
    const { proto, node, around } = call;
    this.#call = call;
    this.outputs = proto.output.map(() => undefined);
    const name = around.prefix + (proto.name || outputName(proto.output.find((output) => output !== "") ?? "", around) || proto.opType);
    this.#request = { name, origin: { format: "onnx", operator: operatorId(node), name }, path: [...around.path, ...modulePath(proto)] };
  }

  /** Whether an error already names the layer that it is about. */
  hasLocated(error: Error): boolean {
    return this.#located.has(error);
  }

  run(): void {
    const { operator, node, operands, proto } = this.#call;
    if (operator === undefined) return this.#undescribed(`no plugin translates the operator ${operatorId(node)}`);
    if (operands.some((tensor) => tensor !== undefined && tensor.type === undefined)) return this.#undescribed(undefined);
    const known = operands.map((tensor) => tensor && new Operand(tensor as Tensor & { type: NonNullable<Tensor["type"]> }));
    this.#unattached = known.filter(
      (operand, index): operand is Operand => operand !== undefined && ridesAlong(operand, this.#kindOf(index)),
    );
    operator.translate(this.#context(operator, known));
    proto.output.forEach((name, index) => {
      check(
        name === "" || this.outputs[index] !== undefined,
        () => `the operator has no output ${index} ("${name}") in version ${node.version}`,
      );
    });
  }

  #context(operator: OnnxOperator, operands: readonly (Operand | undefined)[]): OnnxContext {
    const { node, around } = this.#call;
    return {
      node,
      operands,
      inputs: arrange(operator, operands),
      add: (type, inputs, attributes, options) => this.#add(type, inputs, attributes, options),
      step: (name, type, inputs, attributes, options) => this.#step(name, type, inputs, attributes, options),
      undescribed: (reason, known) => this.#undescribed(reason, known),
      declared: (index) => declaredOf(this.#call.proto.output[index] ?? "", around),
      trained: (roles, counts = {}) =>
        Object.entries(roles).flatMap(([attribute, role]) => this.#trained(attribute, role, counts[attribute])),
      constant: (dtype, shape, values) =>
        new Operand(
          around.builder.constant(`${this.#request.name}/constant`, dtype, shape, values) as Operand["tensor"] & { type: Operand["type"] },
        ),
      subgraph: (attribute, inputs) => {
        const graph = node.graph(attribute);
        check(graph !== undefined, `attribute ${attribute} is missing`);
        return this.#locating(() => this.#call.walkSubgraph(graph, inputs, { ...around, path: this.#request.path ?? [] }));
      },
    };
  }

  #trained(attribute: string, role: "weight" | "bias", trained: number | undefined): readonly Operand[] {
    const { node, around } = this.#call;
    const { dtype, count = 0 } = node.numbersIn(attribute) ?? {};
    const elements = Math.min(count, trained ?? count);
    if (dtype === undefined || elements === 0) return [];
    const name = `${this.#request.name}/${attribute}`;
    const type = { dtype, shape: [elements] };
    return [new Operand({ ...around.builder.stored({ name, role, ...type }), type })];
  }

  #add(
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes: LayerRequest["attributes"] = {},
    { outputs, ...options }: AddOptions = {},
  ): void {
    const positions = outputs ?? this.#call.proto.output.map((_, index) => index);
    const names = positions.map((position) => this.#outputName(position));
    this.#keep(positions, this.#layer(this.#request.name, type, inputs, attributes, names, options));
  }

  #step(
    name: string,
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes: LayerRequest["attributes"] = {},
    { count = 1, outputs: positions = [], ...options }: StepOptions = {},
  ): readonly Operand[] {
    const layer = `${this.#request.name}/${name}`;
    const names = Array.from(
      { length: count },
      (_, index) => this.#outputName(positions[index]) ?? (index === 0 ? layer : `${layer}:${index}`),
    );
    const made = this.#layer(layer, type, inputs, attributes, names, options);
    this.#keep(positions, made);
    return made.map((tensor) => {
      check(tensor?.type !== undefined, `the type of "${tensor?.name}" is unknown`);
      return new Operand(tensor as Tensor & { type: NonNullable<Tensor["type"]> });
    });
  }

  #kindOf(input: number): InputKind | undefined {
    const kinds: readonly InputKind[] = Object.values(this.#call.operator?.inputs ?? {});
    return kinds[Math.min(input, kinds.length - 1)];
  }

  /** The name of one of the node's outputs, if the node uses it. */
  #outputName(position: number | undefined): string | undefined {
    const name = position === undefined ? undefined : this.#call.proto.output[position];
    return name === undefined || name === "" ? undefined : outputName(name, this.#call.around);
  }

  /** Notes which of the node's outputs the outputs of a layer are. */
  #keep(positions: readonly (number | undefined)[], made: readonly (Tensor | undefined)[]): void {
    positions.forEach((position, index) => {
      if (this.#outputName(position) !== undefined && made[index] !== undefined) this.outputs[position!] = made[index];
    });
  }

  #layer(
    name: string,
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes: LayerRequest["attributes"],
    outputs: readonly (string | undefined)[],
    { weights = without(this.#unattached, inputs), bodies = [], status = "exact", growsWith = [] }: Omit<AddOptions, "outputs">,
  ): readonly (Tensor | undefined)[] {
    const { around, operands } = this.#call;
    const known = operands.map((tensor, index) => {
      const setting = tensor && areBounds(tensor) && this.#kindOf(index)?.startsWith("setting");
      return setting && !growsWith.some((operand) => operand?.tensor === tensor) ? "estimate" : (tensor?.status ?? "exact");
    });
    this.#unattached = without(this.#unattached, [...inputs, ...weights]);
    return this.#locating(() =>
      around.builder.layer({
        ...this.#request,
        name,
        type,
        ...(attributes !== undefined && { attributes }),
        inputs: withoutTrailingGaps(inputs.map((operand) => operand?.tensor)),
        weights: weights.map((operand) => operand.tensor),
        outputs,
        declared: this.#declared(),
        status: combine(status, combineAll(known)),
        bodies: bodies.map(completed),
      }),
    );
  }

  #undescribed(reason: string | undefined, { outputs: types = [], bodies = [] }: UndescribedOptions = {}): void {
    const { proto, operands, around } = this.#call;
    const outputs = proto.output.map((name) => (name === "" ? undefined : outputName(name, around)));
    const made = this.#locating(() =>
      around.builder.undescribed({
        ...this.#request,
        inputs: operands,
        outputs,
        declared: this.#declared().map((type, index) => type ?? types[index]),
        ...(reason !== undefined && { reason }),
        bodies: bodies.map(completed),
      }),
    );
    made.forEach((tensor, index) => (this.outputs[index] = tensor));
  }

  #declared(): NonNullable<LayerRequest["declared"]> {
    return this.#call.proto.output.map((name) => declaredOf(name, this.#call.around));
  }

  #locating<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (error instanceof Error) this.#located.add(error);
      throw error;
    }
  }
}

function completed(body: BodyOptions): Body {
  return { status: "exact", alternative: false, ...body };
}

/** Operands that are not among others; a translator may have changed what it takes one for, but not its name. */
function without(operands: readonly Operand[], others: readonly (Operand | undefined)[]): readonly Operand[] {
  const names = new Set(others.map((other) => other?.name));
  return operands.filter(({ name }) => !names.has(name));
}

function ridesAlong({ tensor }: Operand, kind: InputKind | undefined): boolean {
  return tensor.stored || kind?.startsWith("weight") === true || kind?.startsWith("bias") === true || kind?.startsWith("buffer") === true;
}

function arrange({ inputs: kinds }: OnnxOperator, operands: readonly (Operand | undefined)[]): OnnxContext["inputs"] {
  const names = Object.keys(kinds);
  const variadic = kinds[names.at(-1) ?? ""] === "tensors";
  const given = operands.findLastIndex((operand) => operand !== undefined) + 1;
  check(variadic || given <= names.length, () => `takes ${names.length} inputs at most, not ${given}`);
  const arranged: Record<string, Operand | undefined | readonly (Operand | undefined)[]> = {};
  names.forEach((name, index) => {
    const kind: InputKind = kinds[name];
    if (kind === "tensors") arranged[name] = operands.slice(index);
    else {
      check(kind.endsWith("?") || operands[index] !== undefined, () => `input ${index} (${name}) is missing`);
      arranged[name] = operands[index];
    }
  });
  return arranged as OnnxContext["inputs"];
}

function withoutTrailingGaps(tensors: readonly (Tensor | undefined)[]): readonly (Tensor | undefined)[] {
  return tensors.slice(0, tensors.findLastIndex((tensor) => tensor !== undefined) + 1);
}
