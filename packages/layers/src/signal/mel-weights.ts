import { defineLayerType, DTYPES, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * The matrix that turns the bins of a spectrum into bands of the mel scale, each a triangle over frequencies.
 *
 * Output: [⌊length / 2⌋ + 1, bands]. Work: for each of the bands + 2 corners, a power, an add, a division and a multiplication from
 * mel to hertz; for each element, two subtractions and divisions for the slopes and two comparisons. An estimate.
 */
export const melWeights: LayerType = defineLayerType({
  type: "mel-weights",
  attributes: z.strictObject({
    bands: size.describe("bands of the mel scale"),
    length: size.describe("points of the Fourier transform that the spectrum comes from"),
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the output"),
  }),
  inputs: {},

  describe({ attributes: { bands, length, dtype } }) {
    const bins = Math.floor(length / 2) + 1;
    const [corners, elements] = [bands + 2, bins * bands];
    return {
      outputs: [{ dtype, shape: [bins, bands] }],
      work: { power: corners, multiply: corners, add: corners + 2 * elements, divide: corners + 2 * elements, compare: 2 * elements },
      compute: dtype,
      status: "estimate",
    };
  },
});
