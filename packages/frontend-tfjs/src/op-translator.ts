import {
  type Body,
  defineExtensionPoint,
  type DType,
  type ExtensionPoint,
  type Graph,
  type LayerRequest,
  type Shape,
  type Values,
  type ValueType,
  type Operand,
} from "@modelgauge/core";
import type { GraphFunction } from "./graph/graph-def.ts";
import type { HandleContent } from "./graph/handles.ts";
import type { TfNode } from "./graph/tf-node.ts";
import type { TripCount } from "./graph/trip-count.ts";
import type { AddOptions, StepOptions } from "./layer-emitter.ts";

/**
 * What a node's input is to its operation, which decides what a stored tensor there counts as, and whether its values are needed.
 * `tensor`: a value that flows (a stored floating-point tensor of more than one element is a weight, any other a constant);
 * `weight`, `bias`, `buffer`: trained tensors and learnt statistics; `setting`: sizes, axes, limits: constants, whose values are read.
 * With `?` it may be left out. `tensors`: all further inputs, or all before those that follow.
 */
export type InputKind =
  | "tensor"
  | "weight"
  | "bias"
  | "buffer"
  | "setting"
  | "tensor?"
  | "weight?"
  | "bias?"
  | "buffer?"
  | "setting?"
  | "tensors";

/** The inputs of an operation by name, in order. */
export type InputKinds = Readonly<Record<string, InputKind>>;

/** A node's inputs by the names of its operation's kinds. */
export type OperandsOf<K extends InputKinds> = {
  readonly [Name in keyof K]: K[Name] extends "tensors" ? readonly Operand[] : K[Name] extends `${string}?` ? Operand | undefined : Operand;
};

/** What a translator works with: one node. */
export interface TfjsOpContext<K extends InputKinds = InputKinds> {
  readonly node: TfNode;
  readonly inputs: OperandsOf<K>;
  /** All inputs in their order. */
  readonly operands: readonly Operand[];
  /** Adds a layer that produces outputs of the node. Attributes as the layer type's schema takes them; defaults may be left out. */
  readonly add: (
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes?: LayerRequest["attributes"],
    options?: AddOptions,
  ) => void;
  /** Adds a layer in between; `name` tells it from the others. Answers its first `count` outputs. */
  readonly step: (
    name: string,
    type: string,
    inputs: readonly (Operand | undefined)[],
    attributes?: LayerRequest["attributes"],
    options?: StepOptions,
  ) => readonly Operand[];
  /**
   * Says that nothing is known of the work. The outputs are of these types; else as the file declares them. One clause: why.
   */
  readonly undescribed: (reason: string, outputs?: readonly (ValueType | undefined)[], bodies?: readonly Body[]) => void;
  /** A constant that the operation implies, not one that the file stores. */
  readonly constant: (dtype: DType, shape: Shape, values?: Values) => Operand;
  /** What the file declares of an output, where its sizes are known. */
  readonly declared: (output: number) => ValueType | undefined;
  /** What is behind a handle: a list, a table. */
  readonly contentOf: (handle: Pick<Operand, "tensor">) => HandleContent | undefined;
  /** Notes what is behind the handle that the node gives out. */
  readonly noteContent: (output: number, content: HandleContent) => void;
  /**
   * The function of that name.
   *
   * @throws ModelGaugeError `invalid-layer` where the file has none
   */
  readonly functionOf: (name: string) => GraphFunction;
  /** Describes a function's graph, with values like these as its parameters; `keeps` tells whose elements hold in every run. */
  readonly describe: (called: GraphFunction, inputs: readonly Operand[], keeps?: (index: number) => boolean) => Graph;
  /** How often a loop's body runs; undefined where nothing known tells. */
  readonly trips: (condition: GraphFunction, body: GraphFunction) => TripCount | undefined;
  /** Whether so many more layers may be described on trial, of all that a model may have; takes them. */
  readonly affords: (layers: number) => boolean;
  /** Adds a function's layers in place of the node, which hands its results out. */
  readonly inline: (called: GraphFunction) => void;
}

/** Turns the nodes of one TensorFlow operation into layers. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of operations holds all kinds of inputs
export interface TfjsOp<K extends InputKinds = any> {
  readonly op: string;
  readonly inputs: K;
  /** Names of its output arguments, where there are several: functions go by these. */
  readonly outputs?: readonly string[];
  /** Whether it hands its inputs on: what an input counts as follows from the readers of the outputs. */
  readonly passes?: boolean;
  readonly translate: (context: TfjsOpContext<K>) => void;
}

/** What `defineTfjsOps` takes. */
export interface TfjsOpsDefinition<Variant, K extends InputKinds> extends Omit<TfjsOp<K>, "op" | "translate"> {
  /** Operation → what tells it from the others. */
  readonly ops: Readonly<Record<string, Variant>>;
  readonly translate: (context: TfjsOpContext<K>, variant: Variant) => void;
}

/** Translators of TensorFlow operations; a third party's stand beside ours. */
export const TFJS_OPS: ExtensionPoint<TfjsOp> = defineExtensionPoint("modelgauge/tfjs-ops@1", ({ op }) => op);

/**
 * Declares the translator of one operation; contribute it to TFJS_OPS. It adds the layers of one node, all of whose inputs have known
 * types. Attribute names, masks and versions of the format are dealt with there, and nothing else.
 */
export function defineTfjsOp<const K extends InputKinds>(op: TfjsOp<K>): TfjsOp<K> {
  return op;
}

/** Declares the translators of operations that differ in one thing only. */
export function defineTfjsOps<Variant, const K extends InputKinds>({
  ops,
  translate,
  ...shared
}: TfjsOpsDefinition<Variant, K>): readonly TfjsOp[] {
  return Object.entries(ops).map(([op, variant]) =>
    defineTfjsOp<K>({ ...shared, op, translate: (context) => translate(context, variant) }),
  );
}
