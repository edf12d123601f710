import { check, formatShape, type Shape } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import type { Operand } from "../../operand.ts";
import { slidingWindow } from "../../sliding-window.ts";

/** Where a tensor has its channels. */
export type Layout = "channels-first" | "channels-last";

/** A shape with the channels right after the batch. */
export function channelsFirst(shape: Shape, layout: Layout): Shape {
  return layout === "channels-first" || shape.length < 2 ? shape : [shape[0]!, shape.at(-1)!, ...shape.slice(1, -1)];
}

/**
 * Attributes of a convolution whose weight is laid out as ONNX has it, [filters, channels / groups, …kernel], whatever the input's layout.
 *
 * @throws ModelGaugeError `invalid-layer` when input and weight do not fit together
 */
export function convolutionAttributes(
  node: OnnxNode,
  x: Operand,
  weight: Operand,
  { layout, bias }: { readonly layout: Layout; readonly bias: boolean },
): Readonly<Record<string, unknown>> {
  const groups = node.int("group") ?? 1;
  const shape = channelsFirst(x.shape, layout);
  check(weight.rank === x.rank, () => `the weight is ${formatShape(weight.shape)}, the input ${formatShape(x.shape)}`);
  check(
    weight.shape[1]! * groups === shape[1],
    () => `the input has ${shape[1]} channels, the weight expects ${weight.shape[1]! * groups}`,
  );
  return { filters: weight.shape[0], ...slidingWindow(node, { shape }, weight.shape.slice(2)), groups, bias, layout };
}
