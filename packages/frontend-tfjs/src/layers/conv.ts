import { perAxis } from "../keras/config.ts";
import { addActivated } from "../keras/fused-activation.ts";
import { defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
import { slidingWindow } from "../keras/sliding-window.ts";

/** Keras Conv1D, Conv2D, Conv3D. https://keras.io/api/layers/convolution_layers/ */
export const convLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { Conv1D: 1, Conv2D: 2, Conv3D: 3 },
  translate(context, rank) {
    const { config } = context.layer;
    const window = slidingWindow(context, rank);
    const filters = config.at("filters").integer();
    const groups = config.at("groups").integer(1);
    const bias = config.at("use_bias").flag(true);
    const weights = [
      context.weight("kernel", [...window.kernel, window.channels / groups, filters]),
      ...(bias ? [context.weight("bias", [filters], { role: "bias" })] : []),
    ];
    const { channels: _, ...sliding } = window;
    addActivated(context, "conv", context.inputs, { ...sliding, filters, groups, bias }, { weights });
  },
});

/** Keras DepthwiseConv1D and 2D: each channel is convolved apart, with `depth_multiplier` filters. */
export const depthwiseConvLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { DepthwiseConv1D: 1, DepthwiseConv2D: 2 },
  translate(context, rank) {
    const { config } = context.layer;
    const { channels, ...window } = slidingWindow(context, rank);
    const multiplier = config.at("depth_multiplier").integer(1);
    const filters = channels * multiplier;
    const bias = config.at("use_bias").flag(true);
    const weights = [
      context.weight("depthwise_kernel", [...window.kernel, channels, multiplier], { alias: "kernel" }),
      ...(bias ? [context.weight("bias", [filters], { role: "bias" })] : []),
    ];
    addActivated(context, "conv", context.inputs, { ...window, filters, groups: channels, bias }, { weights });
  },
});

/** Keras SeparableConv1D and 2D: a depthwise convolution, then one of single elements that mixes the channels. */
export const separableConvLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { SeparableConv1D: 1, SeparableConv2D: 2 },
  translate(context, rank) {
    const { config } = context.layer;
    const { channels, ...window } = slidingWindow(context, rank);
    // TensorFlow.js leaves the multiplier out of what it saves.
    const multiplier = config.at("depth_multiplier").integer(context.storedShape("depthwise_kernel")?.[rank + 1] ?? 1);
    const filters = config.at("filters").integer();
    const bias = config.at("use_bias").flag(true);
    const between = channels * multiplier;
    const single = window.kernel.map(() => 1);
    const [depthwise] = context.step(
      "depthwise",
      "conv",
      context.inputs,
      { ...window, filters: between, groups: channels },
      {
        weights: [context.weight("depthwise_kernel", [...window.kernel, channels, multiplier])],
      },
    );
    const weights = [
      context.weight("pointwise_kernel", [...single, between, filters]),
      ...(bias ? [context.weight("bias", [filters], { role: "bias" })] : []),
    ];
    addActivated(context, "conv", [depthwise], { filters, kernel: single, layout: window.layout, bias }, { weights });
  },
});

/** Keras Conv1DTranspose, Conv2DTranspose, Conv3DTranspose. */
export const convTransposeLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { Conv1DTranspose: 1, Conv2DTranspose: 2, Conv3DTranspose: 3 },
  translate(context, rank) {
    const { config } = context.layer;
    const { channels, kernel, strides, dilations, layout } = slidingWindow(context, rank, "ignore-padding");
    const filters = config.at("filters").integer();
    const groups = config.at("groups").integer(1);
    const bias = config.at("use_bias").flag(true);
    const weights = [
      context.weight("kernel", [...kernel, filters / groups, channels]),
      ...(bias ? [context.weight("bias", [filters], { role: "bias" })] : []),
    ];
    const excess = kernel.map((size, axis) =>
      transposedExcess(context, rank, axis, { size, stride: strides[axis]!, dilation: dilations[axis]! }),
    );
    const pads = [...excess.map((more) => Math.floor(Math.max(0, more) / 2)), ...excess.map((more) => Math.ceil(Math.max(0, more) / 2))];
    const outputPads = excess.map((more) => Math.max(0, -more));
    addActivated(
      context,
      "conv-transpose",
      context.inputs,
      { filters, kernel, strides, dilations, pads, outputPads, groups, layout, bias },
      { weights },
    );
  },
});

/**
 * By how much the windows, spread out by the stride, reach beyond Keras' output along an axis. That is size × stride with padding "same",
 * and so much more as the kernel exceeds the stride with "valid"; `output_padding` counts from the last window instead.
 */
function transposedExcess(
  { layer: { config } }: TfjsLayerContext,
  rank: number,
  axis: number,
  { size, stride, dilation }: { readonly size: number; readonly stride: number; readonly dilation: number },
): number {
  const extent = dilation * (size - 1) + 1;
  const same = config.at("padding").word(["valid", "same"], "valid") === "same";
  if (config.has("output_padding")) {
    const output = perAxis(config.at("output_padding"), rank)[axis]!;
    // (size − 1) · stride + extent − 2 · ⌊extent / 2⌋ + output padding
    return (same ? 2 * Math.floor(extent / 2) : 0) - output;
  }
  // (size − 1) · stride + extent − size · stride = extent − stride
  return same ? extent - stride : Math.min(0, extent - stride);
}
