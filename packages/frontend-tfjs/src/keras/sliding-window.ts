import { check } from "@modelgauge/core";
import type { TfjsLayerContext } from "../layer-translator.ts";
import { causalPads, samePads } from "../padding.ts";
import { layoutOf, perAxis } from "./config.ts";

/** A convolution's window, in the words of the layer types, and the channels that it slides over. */
export interface SlidingWindow {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly pads: readonly number[];
  readonly layout: "channels-first" | "channels-last";
  readonly channels: number;
}

/**
 * The window that a convolution's configuration describes.
 *
 * @param padding whether the layer's padding is that of a window that slides over its input
 */
export function slidingWindow(
  context: TfjsLayerContext,
  rank: number,
  padding: "resolve-padding" | "ignore-padding" = "resolve-padding",
): SlidingWindow {
  const { layer, inputs } = context;
  const { config } = layer;
  const ones = new Array<number>(rank).fill(1);
  const layout = layoutOf(config);
  const window = {
    kernel: perAxis(config.at("kernel_size"), rank),
    strides: perAxis(config.at("strides"), rank, ones),
    dilations: perAxis(config.at("dilation_rate"), rank, ones),
  };
  const [x] = inputs;
  check(inputs.length === 1 && x !== undefined, () => `takes 1 input, not ${inputs.length}`);
  check(x.rank === rank + 2, () => `takes ${rank + 2} dimensions, not ${x.rank}`);
  const channels = layout === "channels-first" ? x.shape[1]! : x.shape.at(-1)!;
  const spatial = spatialOf(x.shape, layout);
  const pads =
    padding === "ignore-padding" ? [] : isCausalOfTfjs(context) ? noPads(rank) : windowPads(config.at("padding"), spatial, window);
  return { ...window, pads, layout, channels };
}

/** TensorFlow.js gives causal convolutions the shapes of unpadded ones, and refuses to run them. What it writes means its own shapes. */
function isCausalOfTfjs({ layer: { config }, writer, diagnose }: TfjsLayerContext): boolean {
  if (config.at("padding").value !== "causal" || !writer.startsWith("tfjs-layers")) return false;
  diagnose({
    code: "tfjs-causal-padding",
    message: "TensorFlow.js does not pad causal convolutions, nor run them: taken as it shapes them; Keras keeps the length",
  });
  return true;
}

/** What a configuration's `padding` comes to. */
export function windowPads(
  padding: TfjsLayerContext["layer"]["config"],
  spatial: readonly number[],
  window: Pick<SlidingWindow, "kernel" | "strides" | "dilations">,
): readonly number[] {
  const word = padding.word(["valid", "same", "causal"], "valid");
  if (word === "same") return samePads(spatial, window);
  return word === "causal" ? causalPads(window) : noPads(spatial.length);
}

function noPads(rank: number): readonly number[] {
  return new Array<number>(2 * rank).fill(0);
}

/** The sizes that are neither batch nor channels. */
export function spatialOf(shape: readonly number[], layout: "channels-first" | "channels-last"): readonly number[] {
  return layout === "channels-first" ? shape.slice(2) : shape.slice(1, -1);
}
