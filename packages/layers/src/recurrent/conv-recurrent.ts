import { addWork, check, defineLayerType, type LayerType, product, scaleWork } from "@modelgauge/core";
import { z } from "zod";
import { convolutionAttributes } from "../convolution/convolution-attributes.ts";
import { convolutionForms, fullConvolution } from "../convolution/convolution-forms.ts";
import { join, split } from "../spatial/layout.ts";
import { slide } from "../spatial/window.ts";
import { cellActivations, CELLS, stepWork } from "./cells.ts";

const { groups: _groups, dtype: _dtype, ...attributes } = convolutionAttributes;
const { groups: _shortGroups, dtype: _shortDtype, ...forms } = convolutionForms;
const others = {
  returns: z.enum(["sequence", "last"]).default("sequence").describe("whether all steps are given out, or the last"),
  activations: cellActivations,
};

/**
 * Convolutional LSTM (Shi et al., 2015): the products of an LSTM are convolutions, of the input with strides and padding as told, of the
 * state with a stride of 1 and padding that keeps its size.
 *
 * x: [B, T, C, …spatial] or, with layout "channels-last", [B, T, …spatial, C]. Output 0: all steps, [B, T, …], or the last, of `filters`
 * channels; then the last hidden state and cell, [B, …].
 * Work, per step, sample and element of the state: 4 gates × kernel elements × (C + filters) MACs, an LSTM's functions and products, and
 * with a bias an add for each gate.
 */
export const convRecurrent: LayerType = defineLayerType({
  type: "conv-recurrent",
  attributes: z.strictObject({
    ...attributes,
    ...others,
  }),
  inputs: { x: "tensor", initialState: "tensor?", initialCell: "tensor?" },

  shorthand: {
    attributes: z.strictObject({ ...forms, ...others }),
    expand(given, { x }) {
      const { groups: _one, ...full } = fullConvolution(given, split(x.shape.slice(1), given.layout));
      return full;
    },
  },

  weights: ({ filters, kernel, layout, bias }, { x }) => ({
    weight: [CELLS.lstm.gates * filters, split(x.shape.slice(1), layout).channels, ...kernel],
    recurrentWeight: [CELLS.lstm.gates * filters, filters, ...kernel],
    bias: bias && { shape: [CELLS.lstm.gates * filters], role: "bias" },
  }),

  describe({ attributes: given, inputs: { x } }) {
    const { filters, kernel, layout, bias, returns, activations } = given;
    check(
      x.shape.length >= 3,
      () => `a sequence of feature maps has at least 3 dimensions (batch, steps, channels), not ${x.shape.length}`,
    );
    const [batch, steps] = x.shape as readonly [number, number];
    const { channels, spatial } = split(x.shape.slice(1), layout, kernel.length);
    const state = join({ batch, channels: filters, spatial: slide(spatial, given) }, layout);
    const { gates } = CELLS.lstm;
    const perElement = addWork(
      { mac: gates * product(kernel) * (channels + filters), ...(bias && { add: gates }) },
      stepWork("lstm", activations, 1),
    );
    const last = { dtype: x.dtype, shape: state };
    const sequence = { dtype: x.dtype, shape: [batch, steps, ...state.slice(1)] };
    return {
      outputs: [returns === "sequence" ? sequence : last, last, last],
      work: scaleWork(perElement, product(sequence.shape)),
    };
  },
});
