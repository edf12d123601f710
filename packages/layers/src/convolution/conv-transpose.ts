import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { extent, windowAttributes, windows } from "../spatial/window.ts";

/**
 * Transposed convolution ("deconvolution") of any spatial rank: each input element adds a scaled kernel to the output.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same with `filters` channels.
 * Output size: (size − 1) × stride + outputPads + dilation × (kernel − 1) + 1 − pads (Dumoulin and Visin, 2016, relation 14).
 * Work: input elements × (filters / groups) × kernel elements MACs; with a bias, one add per output element (C2).
 */
export const convTranspose: LayerType = defineLayerType({
  type: "conv-transpose",
  attributes: z.strictObject({
    filters: z.int().nonnegative().describe("output channels"),
    ...windowAttributes,
    outputPads: z
      .array(z.int().nonnegative())
      .optional()
      .describe("what is added at the end of each spatial dimension of the output; 0 where left out"),
    groups: z.int().positive().default(1).describe("groups of channels that are convolved apart"),
    layout: layoutAttribute,
    bias: z.boolean().default(false).describe("whether a bias is added to each output channel"),
  }),
  inputs: { x: "tensor" },

  weights: ({ filters, kernel, groups, layout, bias }, { x }) => ({
    weight: [split(x.shape, layout).channels, filters / groups, ...kernel],
    bias: bias && { shape: [filters], role: "bias" },
  }),

  describe({ attributes, inputs: { x } }) {
    const { filters, kernel, outputPads, groups, layout, bias } = attributes;
    const { batch, channels, spatial } = split(x.shape, layout, kernel.length);
    check(channels % groups === 0, () => `${channels} input channels do not divide into ${groups} groups`);
    check(filters % groups === 0, () => `${filters} filters do not divide into ${groups} groups`);
    check(
      outputPads === undefined || outputPads.length === kernel.length,
      () => `outputPads has ${outputPads?.length} entries, ${kernel.length} are expected`,
    );
    const window = windows(attributes);
    const sizes = spatial.map((size, axis) => {
      const each = window[axis]!;
      const output = (size - 1) * each.stride + (outputPads?.[axis] ?? 0) + extent(each) - each.begin - each.end;
      check(output >= 0, () => `pads of ${each.begin} and ${each.end} are larger than the output (spatial dimension ${axis})`);
      return output;
    });
    const shape = join({ batch, channels: filters, spatial: sizes }, layout);
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: { mac: product(x.shape) * (filters / groups) * product(kernel), ...(bias && { add: product(shape) }) },
    };
  },
});
