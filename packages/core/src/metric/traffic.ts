import type { Layer } from "../ir/graph.ts";
import { isStatic, type Tensor } from "../ir/tensor.ts";
import { exact, type Figure, figure, sumFigures, UNKNOWN } from "./figure.ts";
import { bytesIn } from "./tensor-size.ts";

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
  const { traffic = {} } = description;
  const read = bytes(operands.filter((tensor) => !isStatic(tensor)));
  const stored = bytes(operands.filter(isStatic));
  const written = bytes(
    outputs.filter((output, index): output is Tensor => output !== undefined && !isStatic(output) && !views.has(index)),
  );
  return {
    ...splitRead(traffic.read === undefined ? undefined : figure(traffic.read, layer.status), read, stored),
    write: traffic.write === undefined ? written : figure(traffic.write, layer.status),
  };
}

function bytes(tensors: readonly Tensor[]): Figure {
  return sumFigures(tensors.map(bytesIn));
}

/** Of what a description says is read, activations are read first, and weights make up the rest. */
function splitRead(all: Figure | undefined, read: Figure, stored: Figure): Pick<LayerTraffic, "weights" | "read"> {
  if (all === undefined) return { weights: stored, read };
  const activations = Math.min(all.value ?? 0, read.value ?? 0);
  return { weights: figure((all.value ?? 0) - activations, all.status), read: figure(activations, all.status) };
}
