import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { layoutAttribute, split } from "../spatial/layout.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Group normalisation (Wu and He, 2018): statistics over each sample's groups of channels. Instance normalisation where each channel is
 * a group of its own.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same shape.
 * Work per element: to add for the mean, to subtract it, to square, to add for the variance, to multiply by the inverse deviation, and
 * one operation each for scale and shift; per group, two divisions for the means, an add of epsilon, a root, a division.
 */
export const groupNorm: LayerType = defineLayerType({
  type: "group-norm",
  attributes: z.strictObject({
    groups: wholeFrom(1).describe("groups of channels that are normalised apart"),
    scale: z.boolean().default(true).describe("whether a trained scale multiplies each channel"),
    shift: z.boolean().default(true).describe("whether a trained shift is added to each channel"),
    layout: layoutAttribute,
  }),
  inputs: { x: "tensor" },

  weights: ({ scale, shift, layout }, { x }) => {
    const shape = [split(x.shape, layout).channels];
    return { scale: scale && shape, bias: shift && { shape, role: "bias" } };
  },

  describe({ attributes: { groups, scale, shift, layout }, inputs: { x } }) {
    const { batch, channels } = split(x.shape, layout);
    check(channels % groups === 0, () => `${channels} channels do not divide into ${groups} groups`);
    const elements = product(x.shape);
    const statistics = batch * groups;
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: {
        add: elements * (3 + (shift ? 1 : 0)) + statistics,
        multiply: elements * (2 + (scale ? 1 : 0)),
        divide: 3 * statistics,
        sqrt: statistics,
      },
    };
  },
});
