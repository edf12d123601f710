import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { samplesOf } from "./labels.ts";

/**
 * Joins the features of several inputs.
 *
 * xs: [samples, features] each, or [features] for one sample. Output: float32 [samples, all features]. Work: a conversion for each
 * element that is not float32.
 */
export const featureVectorizer: LayerType = defineLayerType({
  type: "feature-vectorizer",
  attributes: z.strictObject({}),
  inputs: { xs: "tensors" },

  describe({ inputs: { xs } }) {
    const inputs = xs.map(({ shape }) => samplesOf(shape));
    const [first] = inputs;
    check(first !== undefined, "there is nothing to join");
    inputs.forEach(({ samples }, index) =>
      check(samples === first.samples, () => `input ${index} has ${samples} samples, the first ${first.samples}`),
    );
    const converted = xs.filter(({ dtype }) => dtype !== "float32").reduce((sum, { shape }) => sum + product(shape), 0);
    return {
      outputs: [{ dtype: "float32", shape: [first.samples, inputs.reduce((sum, { features }) => sum + features, 0)] }],
      work: converted > 0 ? { convert: converted } : {},
    };
  },
});
