import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { POOLING_FUNCTIONS, poolingWork } from "./pooling-work.ts";

/**
 * Pooling over all positions of each channel.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: spatial sizes of 1, or, without `keepDims`, [N, C].
 * Work: as of pooling with a window of all positions.
 */
export const globalPool: LayerType = defineLayerType({
  type: "global-pool",
  attributes: z.strictObject({
    function: z.enum(POOLING_FUNCTIONS).describe("how the elements of a channel are combined"),
    power: z.number().positive("must be positive").default(2).describe("power and root of `lp`"),
    layout: layoutAttribute,
    keepDims: z.boolean().default(true).describe("whether spatial dimensions stay, with size 1"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes, inputs: { x } }) {
    const { layout, keepDims } = attributes;
    const { batch, channels, spatial } = split(x.shape, layout);
    const shape = join({ batch, channels, spatial: keepDims ? spatial.map(() => 1) : [] }, layout);
    return { outputs: [{ dtype: x.dtype, shape }], work: poolingWork(attributes, product(spatial), batch * channels) };
  },
});
