import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * Draws classes, given the logarithms of their (unnormalised) probabilities.
 *
 * x: [batch, classes]. Output: [batch, samples], indices of classes.
 * Work, by inversion of the cumulative distribution: per class, an exponential and an add; per sample, a random number, a
 * multiplication and ⌈log2(classes)⌉ comparisons. An estimate: other methods take other steps.
 */
export const multinomial: LayerType = defineLayerType({
  type: "multinomial",
  attributes: z.strictObject({
    samples: size.describe("how many to draw"),
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the output"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { samples, dtype }, inputs: { x } }) {
    check(x.shape.length === 2, () => `${formatShape(x.shape)} is not batch × classes`);
    const [batch, classes] = x.shape as [number, number];
    const drawn = batch * samples;
    return {
      outputs: [{ dtype, shape: [batch, samples] }],
      work: {
        exp: batch * classes,
        add: batch * classes,
        random: drawn,
        multiply: drawn,
        compare: drawn * Math.ceil(Math.log2(Math.max(1, classes))),
      },
      status: "estimate",
    };
  },
});
