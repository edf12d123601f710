import { addWork, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { labels, labelWork, predictions, samplesOf } from "./labels.ts";
import { postTransform, postTransformWork } from "./post-transform.ts";

/**
 * A linear classifier or regression: scores are weighted sums of features.
 *
 * x: [samples, features], or [features] for one sample. Outputs: the labels of the best classes ([samples], where there are labels), the
 * scores ([samples, targets]).
 * Work: samples · features · computed scores MACs, as of a linear layer (C2); an add per computed score with intercepts; the post
 * transform; targets − 1 comparisons per sample for the label.
 */
export const linearModel: LayerType = defineLayerType({
  type: "linear-model",
  attributes: z.strictObject({
    targets: size.describe("scores of each sample"),
    computed: size
      .optional()
      .describe("scores that are weighted sums, where the other of two classes follows from one; all where left out"),
    intercepts: z.boolean().default(false).describe("whether an intercept is added to each score"),
    labels,
    postTransform,
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { targets, computed = targets, intercepts, labels, postTransform }, inputs: { x } }) {
    const { samples, features } = samplesOf(x.shape);
    const sums = samples * computed;
    return {
      outputs: predictions(samples, targets, labels),
      work: addWork(
        { mac: sums * features, ...(intercepts && { add: sums }) },
        postTransformWork(postTransform, samples * targets),
        labelWork(samples, targets, labels),
      ),
      compute: "float32",
    };
  },
});
