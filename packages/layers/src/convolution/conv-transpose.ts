import { addWork, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { rescaling } from "../product/product-dtype.ts";
import { join, split } from "../spatial/layout.ts";
import { spread } from "../spatial/window.ts";
import { wholeFrom } from "../whole-number.ts";
import { convolutionAttributes } from "./convolution-attributes.ts";
import { convolutionForms, fullConvolution } from "./convolution-forms.ts";
import { checkGroups } from "./groups.ts";

const outputPads = z
  .array(wholeFrom(0))
  .optional()
  .describe("what is added at the end of each spatial dimension of the output; 0 where left out");

/**
 * Transposed convolution ("deconvolution") of any spatial rank: each input element adds a scaled kernel to the output.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same with `filters` channels.
 * Output size: (size − 1) × stride + outputPads + dilation × (kernel − 1) + 1 − pads (Dumoulin and Visin, 2016, relation 14).
 * Work: input elements × (filters / groups) × kernel elements MACs, those that fall into the padding included; with a bias, one add
 * per output element (C2); where integers are scaled back, what that takes.
 */
export const convTranspose: LayerType = defineLayerType({
  type: "conv-transpose",
  attributes: z.strictObject({
    ...convolutionAttributes,
    outputPads,
  }),
  inputs: { x: "tensor" },

  shorthand: {
    attributes: z.strictObject({ ...convolutionForms, outputPads }),
    // "same": an output of size × stride elements.
    expand: (forms, { x }) => fullConvolution(forms, split(x.shape, forms.layout), (_, extent, stride) => Math.max(0, extent - stride)),
  },

  weights: ({ filters, kernel, groups, layout, bias }, { x }) => ({
    weight: [split(x.shape, layout).channels, filters / groups, ...kernel],
    bias: bias && { shape: [filters], role: "bias" },
  }),

  describe({ attributes, inputs: { x } }) {
    const { filters, kernel, outputPads, groups, layout, bias, dtype = x.dtype } = attributes;
    const { batch, channels, spatial } = split(x.shape, layout, kernel.length);
    checkGroups(channels, filters, groups);
    const shape = join({ batch, channels: filters, spatial: spread(spatial, attributes, outputPads) }, layout);
    const elements = product(shape);
    return {
      outputs: [{ dtype, shape }],
      work: addWork(
        { mac: product(x.shape) * (filters / groups) * product(kernel), ...(bias && { add: elements }) },
        rescaling(x.dtype, dtype, elements),
      ),
      products: [
        { count: groups, rows: batch * product(spatial), columns: (filters / groups) * product(kernel), depth: channels / groups },
      ],
    };
  },
});
