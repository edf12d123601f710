import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { fullWindow, windowForms } from "../spatial/window-forms.ts";
import { slide, windowAttributes } from "../spatial/window.ts";
import { POOLING_FUNCTIONS, poolingWork } from "./pooling-work.ts";

const others = {
  function: z.enum(POOLING_FUNCTIONS).describe("how the elements under the window are combined"),
  ceil: z.boolean().default(false).describe("whether the last window may hang over the end"),
  countPadding: z.boolean().default(false).describe("whether padding counts in an average"),
  power: z.number().positive("must be positive").default(2).describe("power and root of `lp`"),
  layout: layoutAttribute,
  indices: z.boolean().default(false).describe("whether the positions of the maxima are a second output"),
};

/**
 * Pooling: combines the elements under a sliding window, channel by channel.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same with fewer positions; with `indices`, a
 * second output of the same shape, int64: where each maximum stood.
 * Output size: as of a convolution; with `ceil` rounded up, but for a last window that would begin behind the input.
 * Work, per output element of a window of k elements: k − 1 comparisons (`max`); k − 1 adds and a division (`average`); k squares,
 * k − 1 adds and a root (`lp` of power 2). Windows at the border count in full.
 */
export const pool: LayerType = defineLayerType({
  type: "pool",
  attributes: z.strictObject({ ...windowAttributes, ...others }),
  inputs: { x: "tensor" },

  shorthand: {
    attributes: z.strictObject({ ...windowForms, ...others }),
    expand: (forms, { x }) => fullWindow(forms, split(x.shape, forms.layout).spatial),
  },

  describe({ attributes, inputs: { x } }) {
    const { function: name, kernel, ceil, layout, indices } = attributes;
    check(!indices || name === "max", () => `${name} pooling has no indices`);
    const { batch, channels, spatial } = split(x.shape, layout, kernel.length);
    const shape = join({ batch, channels, spatial: slide(spatial, attributes, ceil) }, layout);
    return {
      outputs: [{ dtype: x.dtype, shape }, ...(indices ? [{ dtype: "int64" as const, shape }] : [])],
      work: poolingWork(attributes, product(kernel), product(shape)),
    };
  },
});
