import { addWork, check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { checkShape } from "../check-shape.ts";
import { join, split } from "../spatial/layout.ts";
import { samplingWork } from "../spatial/sampling.ts";
import { slide } from "../spatial/window.ts";
import { wholeFrom } from "../whole-number.ts";
import { convolutionAttributes } from "./convolution-attributes.ts";
import { convolutionForms, fullConvolution } from "./convolution-forms.ts";
import { checkGroups } from "./groups.ts";

const { dtype: _, ...attributes } = convolutionAttributes;
const { dtype: _short, ...forms } = convolutionForms;
const offsetGroups = wholeFrom(1).default(1).describe("groups of channels that share their offsets");

/**
 * Deformable convolution (Dai et al., 2017; with a mask, Zhu et al., "Deformable ConvNets v2", 2019): each kernel element reads the
 * input at a place of its own, moved by an offset, by linear interpolation of the 2^d elements around it (d spatial dimensions).
 *
 * x: [N, C, …spatial]; offset: [N, offsetGroups × d × kernel elements, …output spatial]; mask, which scales what is read:
 * [N, offsetGroups × kernel elements, …output spatial]; or all with channels last. Output: as of a convolution.
 * Work: a convolution's; to interpolate, per element read (N × C × kernel elements × output positions), what sampling takes; per
 * place (N × offsetGroups × kernel elements × output positions), an add for each offset; with a mask, a multiplication per element read.
 */
export const deformableConv: LayerType = defineLayerType({
  type: "deformable-conv",
  attributes: z.strictObject({
    ...attributes,
    offsetGroups,
  }),
  inputs: { x: "tensor", offset: "tensor", mask: "tensor?" },

  shorthand: {
    attributes: z.strictObject({ ...forms, offsetGroups }),
    expand: (given, { x }) => fullConvolution(given, split(x.shape, given.layout)),
  },

  weights: ({ filters, kernel, groups, layout, bias }, { x }) => ({
    weight: [filters, split(x.shape, layout).channels / groups, ...kernel],
    bias: bias && { shape: [filters], role: "bias" },
  }),

  describe({ attributes: given, inputs: { x, offset, mask } }) {
    const { filters, kernel, groups, offsetGroups, layout, bias } = given;
    const { batch, channels, spatial } = split(x.shape, layout, kernel.length);
    checkGroups(channels, filters, groups);
    check(channels % offsetGroups === 0, () => `${channels} input channels do not divide into ${offsetGroups} offset groups`);
    const output = slide(spatial, given);
    const window = product(kernel);
    const rank = kernel.length;
    checkShape("offset", offset, join({ batch, channels: offsetGroups * rank * window, spatial: output }, layout));
    if (mask) checkShape("mask", mask, join({ batch, channels: offsetGroups * window, spatial: output }, layout));
    const shape = join({ batch, channels: filters, spatial: output }, layout);
    const elements = product(shape);
    const places = batch * offsetGroups * window * product(output);
    const reads = batch * channels * window * product(output);
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: addWork(
        { mac: elements * (channels / groups) * window, ...(bias && { add: elements }) },
        { add: places * rank },
        samplingWork("linear", rank, { places, reads }),
        mask ? { multiply: reads } : {},
      ),
      products: [{ count: groups, rows: batch * product(output), columns: filters / groups, depth: (channels / groups) * window }],
    };
  },
});
