import { bindInputs, type DType, isTensorType, type Layer, type LayerType, product, type Tensor } from "@modelgauge/core";
import { neededWeights } from "../build/layer-weights.ts";
import { escapeTemplate } from "../expression/parse.ts";
import type { JsonRecord } from "./plain-value.ts";

/**
 * How a document says what tensors ride along with a layer: not at all where they count as those that its type would have; else the
 * precision that these have; else their names.
 *
 * @param dtype that of the document
 * @param isShared whether something else in the model holds a tensor as well
 * @param declare makes the document declare a tensor that no layer produces
 */
export function writeWeights(
  layer: Layer,
  layerType: LayerType,
  dtype: DType,
  isShared: (tensor: Tensor) => boolean,
  declare: (tensor: Tensor) => string,
): JsonRecord {
  const { weights } = layer;
  const trained = weights.find(({ role }) => role === "weight" || role === "bias")?.type;
  const precision = trained !== undefined && isTensorType(trained) ? trained.dtype : undefined;
  if (weights.every((tensor) => !isShared(tensor) && tensor.stored && tensor.bytes === undefined)) {
    const held = weights.map(heldKey).toSorted().join();
    if (neededKeys(layer, layerType, dtype, undefined) === held) return {};
    if (precision !== undefined && neededKeys(layer, layerType, dtype, precision) === held) return { precision: { weights: precision } };
  }
  return { weights: weights.map((tensor) => escapeTemplate(declare(tensor))) };
}

/** What counts of the tensors that a layer needs; undefined where that cannot be told. */
function neededKeys(layer: Layer, layerType: LayerType, dtype: DType, precision: DType | undefined): string | undefined {
  const bound = layer.description === undefined ? "unknown" : bindInputs(layerType, layer.inputs);
  if (bound === "unknown") return undefined;
  const needs = [...neededWeights(layerType, layer.attributes, bound, dtype, precision).values()];
  return needs
    .map((need) => key(need.role, need.dtype, need.shape))
    .toSorted()
    .join();
}

function heldKey({ role, type }: Tensor): string {
  return type !== undefined && isTensorType(type) ? key(role, type.dtype, type.shape) : "";
}

function key(role: string, dtype: DType, shape: readonly number[]): string {
  return `${role} ${dtype} ${product(shape)}`;
}
