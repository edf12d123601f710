import { check } from "@modelgauge/core";
import { samePads } from "../padding.ts";
import type { TfNode } from "./tf-node.ts";

/** Where a node has the channels of images. */
export type ImageLayout = "channels-first" | "channels-last";

/** Orders of dimensions, by TensorFlow's names. */
const LAYOUTS: Readonly<Record<string, ImageLayout>> = {
  NHWC: "channels-last",
  NCHW: "channels-first",
  NDHWC: "channels-last",
  NCDHW: "channels-first",
  NWC: "channels-last",
  NCW: "channels-first",
};

/** The order of dimensions that a node tells; channels are last where it does not. */
export function layoutOfNode(node: TfNode): ImageLayout {
  const name = node.string("data_format", "NHWC") || "NHWC";
  check(Object.hasOwn(LAYOUTS, name), () => `attribute data_format is "${name}", not one of ${Object.keys(LAYOUTS).join(", ")}`);
  return LAYOUTS[name]!;
}

/** The sizes that are neither batch nor channels. */
export function spatialOf<T>(sizes: readonly T[], layout: ImageLayout): readonly T[] {
  return layout === "channels-first" ? sizes.slice(2) : sizes.slice(1, -1);
}

/** Channels of a shape. */
export function channelsOf(shape: readonly number[], layout: ImageLayout): number {
  return (layout === "channels-first" ? shape[1] : shape.at(-1)) ?? 1;
}

/** One number for each spatial axis, of an attribute that has one for each dimension; 1 where it is left out. */
export function spatialAttribute(node: TfNode, name: string, rank: number, layout: ImageLayout): readonly number[] {
  const all = node.ints(name, []);
  if (all.length === 0) return new Array<number>(rank).fill(1);
  check(all.length === rank + 2, () => `attribute ${name} has ${all.length} numbers, ${rank + 2} are expected`);
  return spatialOf(all, layout);
}

/** A window that slides over images. */
export interface ImageWindow {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly pads: readonly number[];
  readonly layout: ImageLayout;
}

/** The window of a convolution or pooling, with its padding resolved: SAME, VALID, or explicit numbers for each dimension. */
export function imageWindow(node: TfNode, shape: readonly number[], kernel: readonly number[], dilationsName = "dilations"): ImageWindow {
  const layout = layoutOfNode(node);
  const rank = kernel.length;
  check(shape.length === rank + 2, () => `takes ${rank + 2} dimensions, not ${shape.length}`);
  const strides = spatialAttribute(node, "strides", rank, layout);
  const dilations = spatialAttribute(node, dilationsName, rank, layout);
  return { kernel, strides, dilations, pads: resolvedPads(node, spatialOf(shape, layout), { kernel, strides, dilations }, layout), layout };
}

function resolvedPads(
  node: TfNode,
  spatial: readonly number[],
  window: Pick<ImageWindow, "kernel" | "strides" | "dilations">,
  layout: ImageLayout,
): readonly number[] {
  const padding = node.string("padding", "VALID").toUpperCase();
  if (padding === "SAME") return samePads(spatial, window);
  if (padding === "EXPLICIT") return explicitPads(node, spatial.length, layout);
  check(padding === "VALID", () => `attribute padding is "${padding}", not one of SAME, VALID, EXPLICIT`);
  return new Array<number>(2 * spatial.length).fill(0);
}

/** Explicit padding, before each spatial axis, then after each; the file has pairs for every dimension. */
function explicitPads(node: TfNode, rank: number, layout: ImageLayout): readonly number[] {
  const all = node.ints("explicit_paddings", []);
  check(all.length === 2 * (rank + 2), () => `attribute explicit_paddings has ${all.length} numbers, ${2 * (rank + 2)} are expected`);
  const pairs = Array.from({ length: rank + 2 }, (_, axis) => [all[2 * axis]!, all[2 * axis + 1]!] as const);
  const spatial = spatialOf(pairs, layout);
  return [...spatial.map(([before]) => before), ...spatial.map(([, after]) => after)];
}
