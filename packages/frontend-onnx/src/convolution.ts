import { check, formatShape, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "./onnx-node.ts";
import { type SlidingWindow, slidingWindow } from "./sliding-window.ts";

/** Attributes of a convolution, from its node and the shape of its weight, [filters, channels / groups, …kernel]. */
export interface Convolution extends SlidingWindow {
  readonly filters: number;
  readonly groups: number;
}

/**
 * Reads a convolution node.
 *
 * @throws ModelGaugeError `invalid-layer` when input and weight do not fit together
 */
export function readConvolution(node: OnnxNode, x: Operand, weight: Operand): Convolution {
  const groups = node.int("group") ?? 1;
  check(weight.rank === x.rank && x.rank >= 2, () => `the weight is ${formatShape(weight.shape)}, the input ${formatShape(x.shape)}`);
  const expected = weight.shape[1]! * groups;
  check(expected === x.shape[1], () => `the input has ${x.shape[1]} channels, the weight expects ${expected}`);
  return { filters: weight.shape[0]!, ...slidingWindow(node, x, weight.shape.slice(2)), groups };
}
