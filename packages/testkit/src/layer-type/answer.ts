import {
  bindInputs,
  type Body,
  type Description,
  type InputsOf,
  isTensorType,
  issuePath,
  type LayerType,
  ModelGaugeError,
  type Ports,
  product,
  type Tensor,
  VALUES_LIMIT,
  type Values,
  type WeightType,
} from "@modelgauge/core";
import { deepFreeze } from "../deep-freeze.ts";

/** One layer that a layer type is asked about. */
export interface AskedLayer {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inputs: readonly (Tensor | undefined)[];
  readonly bodies: readonly Body[];
}

/** All that a layer type says of one layer. */
export interface Answer {
  readonly description: Description;
  /** What `evaluate` says, where it is asked. */
  readonly values: readonly (Values | undefined)[] | undefined;
  readonly weights: Readonly<Record<string, WeightType | undefined | false>>;
}

/** A layer's attributes as the type's schema completes them, and its inputs by name; frozen. */
export interface BoundLayer {
  readonly attributes: unknown;
  readonly inputs: InputsOf<Ports>;
}

/**
 * Validates attributes and arranges inputs, as an analysis does.
 *
 * @throws ModelGaugeError where either is not valid
 */
export function bindLayer(layerType: LayerType, { attributes, inputs }: Pick<AskedLayer, "attributes" | "inputs">): BoundLayer {
  const result = layerType.attributes["~standard"].validate(attributes);
  if (result instanceof Promise) throw new Error("its attribute schema must validate synchronously");
  if (result.issues !== undefined) {
    const [issue] = result.issues;
    throw new ModelGaugeError({ code: "invalid-attributes", message: `attribute ${issuePath(issue!)}: ${issue!.message}` });
  }
  const bound = bindInputs(layerType, inputs);
  if (bound === "unknown") throw new Error("the type of an input is missing");
  return deepFreeze({ attributes: result.value, inputs: bound });
}

/**
 * Asks a layer type for everything that it can say of a layer, on frozen arguments.
 *
 * @throws ModelGaugeError where the layer is not valid; anything else is a fault of the layer type
 */
export function answer(layerType: LayerType, layer: AskedLayer): Answer {
  const context = deepFreeze({ ...bindLayer(layerType, layer), bodies: layer.bodies });
  const description = layerType.describe(context);
  const small = description.outputs.every((output) => isTensorType(output) && product(output.shape) <= VALUES_LIMIT);
  return {
    description,
    values: small ? layerType.evaluate?.({ ...context, outputs: deepFreeze(description.outputs) }) : undefined,
    weights: layerType.weights?.(context.attributes, context.inputs) ?? {},
  };
}
