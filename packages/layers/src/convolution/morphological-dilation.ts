import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { slide, windowAttributes } from "../spatial/window.ts";

/**
 * Grayscale morphological dilation: the largest sum of an element and its place's weight under a sliding window, channel by channel.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same with the positions of the window, as of a
 * convolution. Work, per output element of a window of k elements: k adds, k − 1 comparisons.
 */
export const morphologicalDilation: LayerType = defineLayerType({
  type: "morphological-dilation",
  attributes: z.strictObject({ ...windowAttributes, layout: layoutAttribute }),
  inputs: { x: "tensor" },

  weights: ({ kernel, layout }, { x }) => ({ weight: [split(x.shape, layout).channels, ...kernel] }),

  describe({ attributes, inputs: { x } }) {
    const { kernel, layout } = attributes;
    const maps = split(x.shape, layout, kernel.length);
    const shape = join({ ...maps, spatial: slide(maps.spatial, attributes) }, layout);
    const elements = product(shape);
    const window = product(kernel);
    return { outputs: [{ dtype: x.dtype, shape }], work: { add: elements * window, compare: elements * (window - 1) } };
  },
});
