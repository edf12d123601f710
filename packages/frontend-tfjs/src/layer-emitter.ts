import {
  type Body,
  check,
  type GraphBuilder,
  type LayerRequest,
  ModelGaugeError,
  type Status,
  type Tensor,
  type ValueType,
  type Operand,
  operandOf,
} from "@modelgauge/core";

/** How a layer is added, where the usual way does not fit. */
export interface AddOptions {
  /** For each output of the layer, which of the source's outputs it is; undefined for none. Default, of `add`: the first alone. */
  readonly outputs?: readonly (number | undefined)[];
  /** Tensors that ride along. */
  readonly weights?: readonly Tensor[];
  /** Graphs that the layer holds. */
  readonly bodies?: readonly Body[];
  /** How surely the attributes are known. */
  readonly status?: Status;
}

/** How an intermediate layer is added. */
export interface StepOptions extends AddOptions {
  /** How many outputs are wanted; default 1, or as many as `outputs` tells of. */
  readonly count?: number;
}

/** What the layers that one node or Keras layer becomes have in common. */
export interface EmitterSource {
  readonly builder: GraphBuilder;
  readonly request: Pick<LayerRequest, "name" | "origin" | "path">;
  /** What reports call an output. */
  readonly outputName: (index: number) => string;
  /** What the file declares of an output. */
  readonly declared: (index: number) => ValueType | undefined;
  /** How surely everything is known that attributes may follow from. */
  readonly status: Status;
}

/** Adds the layers that one node or Keras layer becomes, and keeps its outputs. */
export class LayerEmitter {
  /** By the source's numbers. */
  readonly outputs: (Tensor | undefined)[] = [];
  readonly #source: EmitterSource;
  readonly #located = new WeakSet<Error>();

  constructor(source: EmitterSource) {
    this.#source = source;
  }

  /** Adds a layer that produces outputs of the source. */
  add(
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes: LayerRequest["attributes"] = {},
    { outputs = [0], ...options }: AddOptions = {},
  ): void {
    const { request, outputName } = this.#source;
    const names = outputs.map((position) => (position === undefined ? undefined : outputName(position)));
    this.#keep(outputs, this.#layer(request.name, type, inputs, attributes, names, outputs, options));
  }

  /** Adds a layer in between; `name` tells it from the others. Answers its first `count` outputs. */
  step(
    name: string,
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes: LayerRequest["attributes"] = {},
    { outputs = [], count = Math.max(1, outputs.length), ...options }: StepOptions = {},
  ): readonly Operand[] {
    const { request, outputName } = this.#source;
    const layer = `${request.name}/${name}`;
    const positions = Array.from({ length: count }, (_, index) => outputs[index]);
    const names = positions.map((position, index) =>
      position === undefined ? (index === 0 ? layer : `${layer}:${index}`) : outputName(position),
    );
    const made = this.#layer(layer, type, inputs, attributes, names, positions, options);
    this.#keep(positions, made);
    return made.map((tensor) => {
      const operand = tensor && operandOf(tensor);
      check(operand !== undefined, () => `the type of "${tensor?.name}" is unknown`);
      return operand;
    });
  }

  /** Adds a layer that nothing describes, with `count` outputs of these types, else of those that the file declares. */
  undescribed(
    reason: string,
    inputs: readonly (Tensor | undefined)[],
    count: number,
    { types, bodies = [] }: { readonly types?: readonly (ValueType | undefined)[]; readonly bodies?: readonly Body[] } = {},
  ): void {
    const { builder, request, outputName, declared } = this.#source;
    const positions = Array.from({ length: count }, (_, index) => index);
    const known = types ?? positions.map(declared);
    const made = this.locating(() =>
      builder.undescribed({ ...request, inputs, outputs: positions.map(outputName), declared: known, reason, bodies }),
    );
    this.outputs.splice(0, this.outputs.length, ...made);
  }

  /**
   * Runs an action whose errors name a layer already.
   *
   * @throws whatever the action throws
   */
  locating<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (error instanceof Error) this.#located.add(error);
      throw error;
    }
  }

  /**
   * Runs a translator, and puts the source's name in front of errors that name no layer yet.
   *
   * @throws ModelGaugeError of the same code, or whatever else the action throws
   */
  translating(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof ModelGaugeError) || this.#located.has(error)) throw error;
      const { operator, name } = this.#source.request.origin;
      const hint = error.hint === undefined ? {} : { hint: error.hint };
      throw new ModelGaugeError({ code: error.code, message: `${operator} "${name}": ${error.message}`, ...hint, cause: error });
    }
  }

  #keep(positions: readonly (number | undefined)[], made: readonly (Tensor | undefined)[]): void {
    positions.forEach((position, index) => {
      if (position !== undefined) this.outputs[position] = made[index];
    });
  }

  #layer(
    name: string,
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes: LayerRequest["attributes"],
    outputs: readonly (string | undefined)[],
    positions: readonly (number | undefined)[],
    { weights = [], bodies = [], status = "exact" }: Omit<AddOptions, "outputs">,
  ): readonly (Tensor | undefined)[] {
    const { builder, request, declared, status: common } = this.#source;
    return this.locating(() =>
      builder.layer({
        ...request,
        name,
        type,
        ...(attributes !== undefined && { attributes }),
        inputs: withoutTrailingGaps(inputs.map((operand) => operand?.tensor)),
        weights,
        outputs,
        declared: positions.map((position) => (position === undefined ? undefined : declared(position))),
        status: status === "exact" ? common : status,
        bodies,
      }),
    );
  }
}

function withoutTrailingGaps(tensors: readonly (Tensor | undefined)[]): readonly (Tensor | undefined)[] {
  return tensors.slice(0, tensors.findLastIndex((tensor) => tensor !== undefined) + 1);
}
