import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { slide, windowAttributes, windows } from "../spatial/window.ts";

/** Attributes of convolutions. */
const convolutionAttributes = z.strictObject({
  filters: z.int().nonnegative().describe("output channels"),
  ...windowAttributes,
  groups: z.int().positive().default(1).describe("groups of channels that are convolved apart"),
  layout: layoutAttribute,
  bias: z.boolean().default(false).describe("whether a bias is added to each output channel"),
});

/**
 * Convolution of any spatial rank; grouped and dilated; depthwise where `groups` equals the input channels.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same with `filters` channels.
 * Work: output elements × (C / groups) × kernel elements MACs; with a bias, one add per output element (C2).
 * Output size: ⌊(size + pads − dilation × (kernel − 1) − 1) / stride⌋ + 1 (Dumoulin and Visin, 2016, relation 15).
 */
export const conv: LayerType = defineLayerType({
  type: "conv",
  attributes: convolutionAttributes,
  inputs: { x: "tensor" },

  weights: ({ filters, kernel, groups, layout, bias }, { x }) => ({
    weight: [filters, split(x.shape, layout).channels / groups, ...kernel],
    bias: bias && { shape: [filters], role: "bias" },
  }),

  describe({ attributes, inputs: { x } }) {
    const { filters, kernel, groups, layout, bias } = attributes;
    const { batch, channels, spatial } = split(x.shape, layout, kernel.length);
    check(channels % groups === 0, () => `${channels} input channels do not divide into ${groups} groups`);
    check(filters % groups === 0, () => `${filters} filters do not divide into ${groups} groups`);
    const shape = join({ batch, channels: filters, spatial: slide(spatial, windows(attributes)) }, layout);
    const elements = product(shape);
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: { mac: elements * (channels / groups) * product(kernel), ...(bias && { add: elements }) },
    };
  },
});
