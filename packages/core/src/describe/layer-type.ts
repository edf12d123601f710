import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { DType } from "../ir/dtype.ts";
import type { Description } from "../ir/description.ts";
import type { Body } from "../ir/graph.ts";
import type { Shape } from "../ir/shape.ts";
import type { Status } from "../ir/status.ts";
import type { Values } from "../ir/tensor.ts";
import type { TensorType, ValueType } from "../ir/value-type.ts";
import type { AttributeSchema } from "./attribute-schema.ts";

/**
 * What an input accepts: one tensor; a tensor that may be left out; all further inputs; the same for values of any kind
 * (sequences, optionals, maps).
 */
export type Port = "tensor" | "tensor?" | "tensors" | "value" | "value?" | "values";

/** A layer type's inputs by name, in their order. */
export type Ports = Readonly<Record<string, Port>>;

/** A tensor as a description sees it; `values` are those of small constants. */
export interface InputTensor extends TensorType {
  readonly kind?: "tensor";
  readonly values?: Values | undefined;
  readonly status: Status;
}

/** A value of any kind as a description sees it. */
export type InputValue = ValueType & { readonly values?: Values | undefined; readonly status: Status };

type PortInput<P extends Port> = P extends "tensor"
  ? InputTensor
  : P extends "tensor?"
    ? InputTensor | undefined
    : P extends "tensors"
      ? readonly InputTensor[]
      : P extends "value"
        ? InputValue
        : P extends "value?"
          ? InputValue | undefined
          : readonly (InputValue | undefined)[];

/** The inputs of a layer, by the names of its ports. */
export type InputsOf<P extends Ports> = { readonly [Name in keyof P]: PortInput<P[Name]> };

/** A tensor that a trained layer holds. A plain shape is a weight; where no dtype stands, the format that makes it says which. */
export type WeightType = Shape | { readonly shape: Shape; readonly role?: "weight" | "bias" | "buffer"; readonly dtype?: DType };

/** What a description may look at. */
export interface DescribeContext<A, P extends Ports> {
  readonly attributes: A;
  readonly inputs: InputsOf<P>;
  /** The graphs that the layer holds (control flow). */
  readonly bodies: readonly Body[];
}

/** Short forms of attributes, for formats that people write by hand (the DSL): `"kernel": 3`, `"padding": "same"`. */
export interface Shorthand<S, P extends Ports> {
  /** The layer type's attributes, with short forms beside the full ones; editors complete by its JSON Schema. */
  readonly attributes: AttributeSchema<S>;
  /**
   * The full attributes, as the layer type's own schema takes them. What is full already stays as it is.
   *
   * @throws ModelGaugeError when short forms contradict one another or do not fit the inputs (use `check`)
   */
  readonly expand: (attributes: S, inputs: InputsOf<P>) => object;
}

/** The one place that knows a kind of layer: its attributes, shapes and work. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of layer types holds all kinds of attributes and inputs
export interface LayerType<A = any, P extends Ports = any, S = any> {
  /** Kebab-case, unique: `conv`, `layer-norm`. */
  readonly type: string;
  /** Any Standard Schema that validates synchronously; what it outputs is what `describe` sees. */
  readonly attributes: AttributeSchema<A>;
  readonly inputs: P;
  readonly shorthand?: Shorthand<S, P>;
  /** What a trained layer of this type holds, by name; lets formats without weights (the DSL) create them. */
  readonly weights?: (attributes: A, inputs: InputsOf<P>) => Readonly<Record<string, WeightType | undefined | false>>;
  /**
   * Output types and work of one run, from attributes and input types alone. Pure: the same arguments give the same answer.
   *
   * @throws ModelGaugeError when attributes and inputs do not fit together (use `check`)
   */
  readonly describe: (context: DescribeContext<A, P>) => Description;
  /**
   * Values of small constant outputs, one entry an output; undefined where they do not follow. Lets shape arithmetic be resolved.
   * Called with the described outputs, and only where these are small.
   */
  readonly evaluate?: (
    context: DescribeContext<A, P> & { readonly outputs: Description["outputs"] },
  ) => readonly (Values | undefined)[] | undefined;
  /**
   * Inputs of which larger values never make a value of an output smaller: where they are known as bounds, so are the outputs'.
   * Bounds of other inputs leave estimates.
   */
  readonly growsWith?: readonly (keyof P & string)[];
}

/** What a type parameter of a schema's output is. */
export type AttributesOf<S extends AttributeSchema> = S extends AttributeSchema<infer Output> ? Output : never;

/**
 * Declares a layer type; contribute it to LAYER_TYPES.
 *
 * @throws ModelGaugeError `invalid-plugin` when the type's name is not kebab-case, or a variadic input is not the last
 */
export function defineLayerType<A, const P extends Ports, S = unknown>(definition: LayerType<A, P, S>): LayerType<A, P, S> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.type)) {
    throw new ModelGaugeError({ code: "invalid-plugin", message: `layer type "${definition.type}" is not named in kebab-case` });
  }
  const ports = Object.values(definition.inputs);
  if (ports.some((port, index) => (port === "tensors" || port === "values") && index < ports.length - 1)) {
    throw new ModelGaugeError({
      code: "invalid-plugin",
      message: `layer type "${definition.type}": only the last input may take many tensors`,
    });
  }
  return definition;
}
