import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { checkShape } from "../check-shape.ts";
import { sizes } from "../size-schema.ts";
import { join, split } from "../spatial/layout.ts";
import { spread, windowAttributes } from "../spatial/window.ts";

/**
 * Undoes a max pooling: writes each maximum where it stood, and zeros elsewhere (Zeiler and Fergus, 2014).
 *
 * x: [N, C, …spatial]; indices: of the same shape. Output: `shape`, or what the window spreads over:
 * (size − 1) × stride + kernel − pads. Computes nothing.
 */
export const maxUnpool: LayerType = defineLayerType({
  type: "max-unpool",
  attributes: z.strictObject({
    kernel: windowAttributes.kernel,
    strides: windowAttributes.strides,
    pads: windowAttributes.pads,
    shape: sizes.optional().describe("the output's shape; follows from the window where left out"),
  }),
  inputs: { x: "tensor", indices: "tensor" },

  describe({ attributes, inputs: { x, indices } }) {
    const { kernel, shape } = attributes;
    checkShape("indices", indices, x.shape);
    const maps = split(x.shape, "channels-first", kernel.length);
    check(
      shape === undefined || shape.length === x.shape.length,
      () => `the output's shape is ${formatShape(shape!)}, the input ${formatShape(x.shape)}`,
    );
    return {
      outputs: [{ dtype: x.dtype, shape: shape ?? join({ ...maps, spatial: spread(maps.spatial, attributes) }, "channels-first") }],
      work: {},
    };
  },
});
