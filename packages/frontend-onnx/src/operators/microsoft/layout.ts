import { Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";

/** Where a tensor has its channels. */
export type Layout = "channels-first" | "channels-last";

/** The layout that the attribute `channels_last` tells. */
export function layoutOf(node: OnnxNode): Layout {
  return (node.flag("channels_last") ?? false) ? "channels-last" : "channels-first";
}

/** A tensor as ONNX lays it out, channels right after the batch, for what reads a window off its shape. */
export function channelsFirst(x: Operand, layout: Layout): Operand {
  const { shape, dtype, rank } = x;
  if (layout === "channels-first" || rank < 2) return x;
  return new Operand({ ...x.tensor, type: { dtype, shape: [shape[0]!, shape.at(-1)!, ...shape.slice(1, -1)] } });
}
