import { check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Moves channels into spatial blocks ("pixel shuffle").
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: every spatial size times `blockSize`, and as many times
 * fewer channels. Moves data, computes nothing.
 */
export const depthToSpace: LayerType = defineLayerType({
  type: "depth-to-space",
  attributes: z.strictObject({
    blockSize: wholeFrom(1).describe("edge of a block"),
    layout: layoutAttribute,
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { blockSize, layout }, inputs: { x } }) {
    const { batch, channels, spatial } = split(x.shape, layout);
    const block = blockSize ** spatial.length;
    check(channels % block === 0, () => `${channels} channels do not divide into blocks of ${block} elements`);
    return {
      outputs: [
        { dtype: x.dtype, shape: join({ batch, channels: channels / block, spatial: spatial.map((size) => size * blockSize) }, layout) },
      ],
      work: {},
    };
  },
});
