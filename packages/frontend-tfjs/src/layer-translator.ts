import {
  defineExtensionPoint,
  type Diagnostic,
  type DType,
  type ExtensionPoint,
  type LayerRequest,
  type Shape,
  type Tensor,
  type ValueType,
  type Operand,
} from "@modelgauge/core";
import type { JsonValue } from "./json/json-value.ts";
import type { KerasLayer } from "./keras/keras-layer.ts";
import type { WeightRole } from "./keras/layer-weights.ts";
import type { AddOptions, StepOptions } from "./layer-emitter.ts";

/** How a weight is asked for, where the usual way does not fit. */
export interface WeightOptions {
  /** Default `weight`. */
  readonly role?: WeightRole;
  /** Default float32, which variables have whatever a layer computes in. */
  readonly dtype?: DType;
  /** Another name that the weight has in some versions. */
  readonly alias?: string;
  /** A part of the layer that the weight belongs to: a cell, a projection. */
  readonly under?: string;
}

/** What a translator works with: one call of a layer. */
export interface TfjsLayerContext {
  /** Class, name and configuration. */
  readonly layer: KerasLayer;
  /** The tensors that the layer is called with, in order. */
  readonly inputs: readonly Operand[];
  /** Those that are handed over by name: `initial_state`, `mask`. */
  readonly named: ReadonlyMap<string, readonly Operand[]>;
  /** The call as the file tells it, for arguments that are no tensors (Keras 3: `args`, `kwargs`). */
  readonly call: JsonValue;
  /** Version of Keras, or of TensorFlow.js, that wrote the file: `2.4.0`, `tfjs-layers 4.22.0`; empty where it does not say. */
  readonly writer: string;
  /** Shape of a weight of the layer, where the manifest has it: for what the configuration does not tell. */
  readonly storedShape: (name: string) => Shape | undefined;
  /** A weight of the layer: the manifest's of this name, else one of this shape. The same tensor at each call. */
  readonly weight: (name: string, shape: Shape, options?: WeightOptions) => Tensor;
  /** Adds a layer that produces outputs of this one. Attributes as the layer type's schema takes them; defaults may be left out. */
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
   * Translates a layer or model that stands in this one's configuration. Answers its outputs; undefined where the type of one is
   * unknown.
   */
  readonly inner: (json: JsonValue, inputs: readonly Operand[]) => readonly Operand[] | undefined;
  /** Warns the reader of the report of something about the layer: a stable code, and one sentence. */
  readonly diagnose: (warning: Pick<Diagnostic, "code" | "message">) => void;
  /** A constant that the layer implies, not one that the file stores. */
  readonly constant: (dtype: DType, shape: Shape) => Operand;
  /** Says that nothing is known of the work. The outputs are of these types; else as the file declares them. One clause: why. */
  readonly undescribed: (reason: string, outputs?: readonly ValueType[]) => void;
}

/** Turns the calls of one Keras layer class into layers. */
export interface TfjsLayer {
  readonly className: string;
  readonly translate: (context: TfjsLayerContext) => void;
}

/** What `defineTfjsLayers` takes. */
export interface TfjsLayersDefinition<Variant> {
  /** Class → what tells it from the others. */
  readonly classes: Readonly<Record<string, Variant>>;
  readonly translate: (context: TfjsLayerContext, variant: Variant) => void;
}

/** Translators of Keras layer classes; a third party's stand beside ours. */
export const TFJS_LAYERS: ExtensionPoint<TfjsLayer> = defineExtensionPoint("modelgauge/tfjs-layers@1", ({ className }) => className);

/**
 * Declares the translator of one layer class; contribute it to TFJS_LAYERS. It adds the layers of one call, all of whose inputs have
 * known types. Names, defaults and versions of the format are dealt with there, and nothing else.
 */
export function defineTfjsLayer(layer: TfjsLayer): TfjsLayer {
  return layer;
}

/** Declares the translators of layer classes that differ in one thing only. */
export function defineTfjsLayers<Variant>({ classes, translate }: TfjsLayersDefinition<Variant>): readonly TfjsLayer[] {
  return Object.entries(classes).map(([className, variant]) => ({ className, translate: (context) => translate(context, variant) }));
}
