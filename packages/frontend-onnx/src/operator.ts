import {
  defineExtensionPoint,
  type ExtensionPoint,
  type Graph,
  type Status,
  type Tensor,
  type Values,
  type DType,
  type Shape,
  type ValueType,
  type Operand,
} from "@modelgauge/core";
import type { OnnxNode } from "./onnx-node.ts";

/**
 * What a node's input is to its operator, which decides what a stored tensor there counts as.
 * `tensor`: a value that flows (a stored floating-point tensor of more than one element is a weight, any other a constant); `factor`: the
 * same of what a product multiplies or what is looked up, where the tensor of a Constant node is no literal but a weight as well;
 * `weight`, `bias`, `buffer`: trained tensors and learnt statistics, whatever their dtype; `setting`: sizes, axes, scales, zero
 * points: constants. With `?` it may be left out. `tensors`: all further inputs.
 */
export type InputKind =
  | "tensor"
  | "factor"
  | "weight"
  | "bias"
  | "buffer"
  | "setting"
  | "tensor?"
  | "factor?"
  | "weight?"
  | "bias?"
  | "buffer?"
  | "setting?"
  | "tensors";

/** The inputs of an operator by name, in the specification's order, over all its versions. */
export type InputKinds = Readonly<Record<string, InputKind>>;

/** A node's inputs by the names of its operator's kinds. */
export type OperandsOf<K extends InputKinds> = {
  readonly [Name in keyof K]: K[Name] extends "tensors"
    ? readonly (Operand | undefined)[]
    : K[Name] extends `${string}?`
      ? Operand | undefined
      : Operand;
};

/** How a layer is added, where the usual way does not fit. */
export interface AddOptions {
  /** For each output of the layer, the node's output that it is; undefined for one that is not used. Default: in the same order. */
  readonly outputs?: readonly (number | undefined)[];
  /** Tensors that ride along. Default, for a node's first layer: the node's stored inputs and weights that are none of the layer's inputs. */
  readonly weights?: readonly Operand[];
  /** Graphs that the layer holds. */
  readonly bodies?: readonly BodyOptions[];
  /** How surely the attributes are known, where they follow from a bound. */
  readonly status?: Status;
  /**
   * Settings of which larger values never make the layer smaller: where they are known as bounds, so are its sizes. Bounds of other settings
   * leave estimates.
   */
  readonly growsWith?: readonly (Operand | undefined)[];
}

/** What is known of a node of whose work nothing is. */
export interface UndescribedOptions {
  /** Types of its outputs, where the file declares none. */
  readonly outputs?: readonly (ValueType | undefined)[];
  readonly bodies?: readonly BodyOptions[];
}

/** A graph that a layer holds. */
export interface BodyOptions {
  readonly name: string;
  readonly graph: Graph;
  readonly runs: number;
  readonly status?: Status;
  readonly alternative?: boolean;
}

/** What a translator works with. */
export interface OnnxContext<K extends InputKinds = InputKinds> {
  readonly node: OnnxNode;
  readonly inputs: OperandsOf<K>;
  /** All inputs in their order. */
  readonly operands: readonly (Operand | undefined)[];
  /**
   * Adds a layer that produces outputs of the node. Attributes as the layer type's schema takes them; defaults may be left out.
   */
  readonly add: (
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes?: Readonly<Record<string, unknown>>,
    options?: AddOptions,
  ) => void;
  /** Adds a layer in between, of the same node: `name` tells it from the others. Answers its first `count` outputs. */
  readonly step: (
    name: string,
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes?: Readonly<Record<string, unknown>>,
    options?: StepOptions,
  ) => readonly Operand[];
  /** Says that nothing is known of the work: the outputs keep what the file declares. One clause: why. */
  readonly undescribed: (reason: string, known?: UndescribedOptions) => void;
  /**
   * The numbers that training left in attributes, lists of floats or tensors: tensors to ride along with a layer, none for an attribute
   * that has none.
   *
   * @param roles of attributes, by their names
   * @param counts how many of an attribute's numbers are trained, where others only fill up
   */
  readonly trained: (roles: Readonly<Record<string, "weight" | "bias">>, counts?: Readonly<Record<string, number>>) => readonly Operand[];
  /** What the file declares of the node's output, where its dims are known. */
  readonly declared: (output: number) => ValueType | undefined;
  /** A constant that the operator implies (a default), not one that the file stores. */
  readonly constant: (dtype: DType, shape: Shape, values?: Values) => Operand;
  /**
   * Describes a graph that an attribute holds, with these tensors as its inputs; outer tensors are in its sight.
   *
   * @throws ModelGaugeError `invalid-layer` when there is no such attribute, or it takes another number of inputs
   */
  readonly subgraph: (attribute: string, inputs: readonly Pick<Tensor, "type" | "status" | "values">[]) => Graph;
}

/** How an intermediate layer is added. */
export interface StepOptions extends Omit<AddOptions, "outputs"> {
  /** How many outputs are wanted; default 1. */
  readonly count?: number;
  /** For each of them, the node's output that it is as well, where the node uses it. */
  readonly outputs?: readonly (number | undefined)[];
}

/** Turns the nodes of one ONNX operator into layers. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of operators holds all kinds of inputs
export interface OnnxOperator<K extends InputKinds = any> {
  /** "" for ai.onnx. */
  readonly domain: string;
  readonly operator: string;
  readonly inputs: K;
  /** See {@link OnnxOperatorDefinition}. */
  readonly passes?: boolean;
  readonly translate: (context: OnnxContext<K>) => void;
}

/** What `defineOnnxOperator` takes. */
export interface OnnxOperatorDefinition<K extends InputKinds> {
  /** Default "": ai.onnx. */
  readonly domain?: string;
  readonly operator: string;
  readonly inputs: K;
  /**
   * Whether a node hands on what flows into it, at most in another form: a `tensor` or `factor` then counts as what the output is read
   * for. Default: no.
   */
  readonly passes?: boolean;
  /**
   * Adds the layers of one node, all of whose inputs have known types. Versions, attribute names and defaults of the format are dealt
   * with here, and nothing else.
   *
   * @throws ModelGaugeError (use `check`) when the node breaks the operator's specification
   */
  readonly translate: (context: OnnxContext<K>) => void;
}

/** Translators of ONNX operators; a third party's stand beside ours. */
export const ONNX_OPERATORS: ExtensionPoint<OnnxOperator> = defineExtensionPoint("modelgauge/onnx-operators@1", operatorId);

/** Declares the translator of one operator; contribute it to ONNX_OPERATORS. */
export function defineOnnxOperator<const K extends InputKinds>({ domain = "", ...definition }: OnnxOperatorDefinition<K>): OnnxOperator<K> {
  return { domain, ...definition };
}

/** What `defineOnnxOperators` takes. */
export interface OnnxOperatorsDefinition<Variant, K extends InputKinds> {
  /** Default "": ai.onnx. */
  readonly domain?: string;
  /** Operator → what tells it from the others. */
  readonly operators: Readonly<Record<string, Variant>>;
  readonly inputs: K;
  /** See {@link OnnxOperatorDefinition}. */
  readonly passes?: boolean;
  /** See {@link OnnxOperatorDefinition}. */
  readonly translate: (context: OnnxContext<K>, variant: Variant) => void;
}

/** Declares the translators of operators that differ in one thing only. */
export function defineOnnxOperators<Variant, const K extends InputKinds>({
  operators,
  translate,
  ...shared
}: OnnxOperatorsDefinition<Variant, K>): readonly OnnxOperator[] {
  return Object.entries(operators).map(([operator, variant]) =>
    defineOnnxOperator<K>({ ...shared, operator, translate: (context) => translate(context, variant) }),
  );
}

/** `Conv`, `com.microsoft::Attention`. */
export function operatorId({ domain, operator }: { readonly domain: string; readonly operator: string }): string {
  return domain === "" || domain === "ai.onnx" ? operator : `${domain}::${operator}`;
}
