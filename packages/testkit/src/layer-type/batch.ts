import { isTensorType, type OperationKind, product, type Tensor } from "@modelgauge/core";
import type { Answer, AskedLayer } from "./answer.ts";

/** The axis of an input along which the samples of a batch lie, by the input's name. */
export type BatchAxes = Readonly<Record<string, number>>;

/** The layer, for a batch that is twice as large. */
export function twiceTheBatch(layer: AskedLayer, axes: BatchAxes): AskedLayer {
  return { ...layer, inputs: layer.inputs.map((tensor) => tensor && doubled(tensor, axes)) };
}

function doubled(tensor: Tensor, axes: BatchAxes): Tensor {
  const { name, type } = tensor;
  const batch = axes[name.replace(/\[\d+\]$/, "")]; // one of several: xs[0]
  if (batch === undefined || type === undefined || !isTensorType(type)) return tensor;
  return { ...tensor, type: { ...type, shape: type.shape.map((size, axis) => (axis === batch ? 2 * size : size)) } };
}

/** Kinds of operations, and outputs, of which there are fewer than before. */
export function lessWork({ description: before }: Answer, { description: after }: Answer): readonly string[] {
  const kinds = Object.entries(before.work).filter(([kind, count]) => (after.work[kind as OperationKind] ?? 0) < count);
  const outputs = before.outputs.flatMap((output, index) => {
    const larger = after.outputs[index];
    if (larger === undefined || !isTensorType(output) || !isTensorType(larger)) return [];
    return product(larger.shape) < product(output.shape) ? [`elements of output ${index}`] : [];
  });
  return [...kinds.map(([kind]) => kind), ...outputs];
}
