import { check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Moves spatial blocks into channels.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: every spatial size divided by `blockSize`, and as many
 * times more channels. Moves data, computes nothing.
 */
export const spaceToDepth: LayerType = defineLayerType({
  type: "space-to-depth",
  attributes: z.strictObject({
    blockSize: wholeFrom(1).describe("edge of a block"),
    layout: layoutAttribute,
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { blockSize, layout }, inputs: { x } }) {
    const { batch, channels, spatial } = split(x.shape, layout);
    for (const size of spatial)
      check(size % blockSize === 0, () => `a spatial size of ${size} does not divide into blocks of ${blockSize}`);
    return {
      outputs: [
        {
          dtype: x.dtype,
          shape: join(
            { batch, channels: channels * blockSize ** spatial.length, spatial: spatial.map((size) => size / blockSize) },
            layout,
          ),
        },
      ],
      work: {},
    };
  },
});
