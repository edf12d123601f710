import { addWork, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { rescaling } from "../product/product-dtype.ts";
import { join, split } from "../spatial/layout.ts";
import { slide } from "../spatial/window.ts";
import { convolutionAttributes } from "./convolution-attributes.ts";
import { convolutionForms, fullConvolution } from "./convolution-forms.ts";
import { checkGroups } from "./groups.ts";

/**
 * Convolution of any spatial rank; grouped and dilated; depthwise where `groups` equals the input channels.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same with `filters` channels.
 * Output size: ⌊(size + pads − dilation × (kernel − 1) − 1) / stride⌋ + 1 (Dumoulin and Visin, 2016, relation 15).
 * Work: output elements × (C / groups) × kernel elements MACs; with a bias, one add per output element (C2); where integers are
 * scaled back, what that takes.
 */
export const conv: LayerType = defineLayerType({
  type: "conv",
  attributes: z.strictObject(convolutionAttributes),
  inputs: { x: "tensor" },

  shorthand: {
    attributes: z.strictObject(convolutionForms),
    expand: (forms, { x }) => fullConvolution(forms, split(x.shape, forms.layout)),
  },

  weights: ({ filters, kernel, groups, layout, bias }, { x }) => ({
    weight: [filters, split(x.shape, layout).channels / groups, ...kernel],
    bias: bias && { shape: [filters], role: "bias" },
  }),

  describe({ attributes, inputs: { x } }) {
    const { filters, kernel, groups, layout, bias, dtype = x.dtype } = attributes;
    const { batch, channels, spatial } = split(x.shape, layout, kernel.length);
    checkGroups(channels, filters, groups);
    const output = slide(spatial, attributes);
    const shape = join({ batch, channels: filters, spatial: output }, layout);
    const elements = product(shape);
    const window = (channels / groups) * product(kernel);
    return {
      outputs: [{ dtype, shape }],
      work: addWork({ mac: elements * window, ...(bias && { add: elements }) }, rescaling(x.dtype, dtype, elements)),
      products: [{ count: groups, rows: batch * product(output), columns: filters / groups, depth: window }],
    };
  },
});
