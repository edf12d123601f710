import { addWork, defineLayerType, DTYPES, type LayerType, type Work } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { labels, labelWork, predictions, samplesOf } from "./labels.ts";
import { postTransform, postTransformWork } from "./post-transform.ts";

/**
 * Decision trees whose leaves are combined into scores: random forests, gradient boosting.
 *
 * x: [samples, features], or [features] for one sample. Outputs: the labels of the best classes ([samples], where there are labels), the
 * scores ([samples, targets]).
 * Work, at most: per sample, one comparison for each level of each tree; for each tree and target, one operation that combines leaves;
 * a division per score for an average; the post transform; targets − 1 comparisons for the label.
 */
export const treeEnsemble: LayerType = defineLayerType({
  type: "tree-ensemble",
  attributes: z.strictObject({
    trees: size.describe("number of trees"),
    depth: size.describe("levels of all trees together: the sum of their depths"),
    targets: size.describe("scores of each sample"),
    aggregate: z.enum(["sum", "average", "min", "max"]).default("sum").describe("how the leaves of trees are combined"),
    labels,
    postTransform,
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the scores"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { trees, depth, targets, aggregate, labels, postTransform, dtype }, inputs: { x } }) {
    const { samples } = samplesOf(x.shape);
    const scores = samples * targets;
    const combine: Work = aggregate === "min" || aggregate === "max" ? { compare: scores * trees } : { add: scores * trees };
    return {
      outputs: predictions(samples, targets, labels).map((output, index, all) =>
        index === all.length - 1 ? { ...output, dtype } : output,
      ),
      work: addWork(
        { compare: samples * depth },
        combine,
        aggregate === "average" ? { divide: scores } : {},
        postTransformWork(postTransform, scores),
        labelWork(samples, targets, labels),
      ),
      compute: dtype,
      status: "at-most",
    };
  },
});
