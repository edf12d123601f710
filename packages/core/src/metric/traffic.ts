import type { Layer } from "../ir/graph.ts";
import { isStatic, type Tensor } from "../ir/tensor.ts";
import { exact, type Figure, figure, scaleFigure, sumFigures, UNKNOWN } from "./figure.ts";
import { bytesIn, bytesSeen } from "./tensor-size.ts";

/** Bytes that one run of a layer moves. */
export interface LayerTraffic {
  /** Read of tensors that are the same in every run: weights, biases, buffers, constants. */
  readonly weights: Figure;
  /** Read of tensors that change with every run. */
  readonly read: Figure;
  readonly write: Figure;
}

const NOTHING: LayerTraffic = { weights: exact(0), read: exact(0), write: exact(0) };

/** Whether all that a layer produces is the same in every run: a runtime computes it once, when it loads the model. */
export function isFolded({ outputs }: Layer): boolean {
  return outputs.some((output) => output !== undefined) && outputs.every((output) => output === undefined || isStatic(output));
}

/**
 * What a layer moves when it runs alone (C7): each distinct operand read once and each output written once, or what its description
 * says. Views move nothing, nor does a layer that is folded away, nor one that holds bodies: the layers of the bodies do.
 */
export function layerTraffic(layer: Layer): LayerTraffic {
  const { description, inputs, weights, outputs, bodies } = layer;
  if (isFolded(layer) || (bodies.length > 0 && description?.traffic === undefined)) return NOTHING;
  if (description === undefined) return { weights: UNKNOWN, read: UNKNOWN, write: UNKNOWN };
  const views = new Set(description.aliases?.filter(({ kind }) => kind === "view").map(({ output }) => output));
  if (outputs.length > 0 && outputs.every((_, index) => views.has(index))) return NOTHING;
  const operands = [...new Set([...inputs, ...weights])].filter((tensor) => tensor !== undefined);
  const flowing = operands.filter((tensor) => !isStatic(tensor));
  const stored = operands.filter(isStatic);
  const written = outputs.filter((output, index): output is Tensor => output !== undefined && !isStatic(output) && !views.has(index));
  const { traffic = {} } = description;
  return {
    ...readOf(flowing, stored, traffic.read === undefined ? undefined : figure(traffic.read, layer.status)),
    write: traffic.write === undefined ? sumFigures(written.map(bytesIn)) : asHeld(figure(traffic.write, layer.status), written),
  };
}

/** Of what a description says is read, activations are read first, and weights make up the rest. */
function readOf(flowing: readonly Tensor[], stored: readonly Tensor[], told: Figure | undefined): Pick<LayerTraffic, "weights" | "read"> {
  if (told === undefined) return { weights: sumFigures(stored.map(bytesIn)), read: sumFigures(flowing.map(bytesIn)) };
  const activations = Math.min(told.value ?? 0, sumFigures(flowing.map(bytesSeen)).value ?? 0);
  return {
    weights: asHeld(figure((told.value ?? 0) - activations, told.status), stored),
    read: asHeld(figure(activations, told.status), flowing),
  };
}

/** Bytes of tensors as layers see them, in those that memory holds. */
function asHeld(bytes: Figure, tensors: readonly Tensor[]): Figure {
  if (tensors.every(({ held }) => held === undefined)) return bytes;
  const [held, seen] = [sumFigures(tensors.map(bytesIn)).value, sumFigures(tensors.map(bytesSeen)).value];
  return held === null || seen === null || seen === 0 ? bytes : scaleFigure(bytes, held / seen, "exact");
}
