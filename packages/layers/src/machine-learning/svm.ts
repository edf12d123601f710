import { addWork, defineLayerType, type LayerType, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { labels, labelWork, predictions, samplesOf } from "./labels.ts";
import { postTransform, postTransformWork } from "./post-transform.ts";

type Kernel = "linear" | "polynomial" | "rbf" | "sigmoid";

/**
 * A support-vector machine: samples are compared with support vectors through a kernel, and the results weighed.
 *
 * x: [samples, features], or [features] for one sample. Outputs: the labels of the best classes ([samples], where there are labels), the
 * scores ([samples, targets]).
 * Work, for each pair of a sample and a support vector: the kernel – a dot product (features multiplications and adds), with (γd + c)ᵖ or
 * tanh(γd + c) of it, or exp(−γ|x − v|²) – and for each of the `weights` of a vector a multiplication and an add. Then an add per score
 * for the bias, the post transform, targets − 1 comparisons per sample for the label. An estimate: votes and calibration are left out.
 */
export const svm: LayerType = defineLayerType({
  type: "svm",
  attributes: z.strictObject({
    kernel: z.enum(["linear", "polynomial", "rbf", "sigmoid"]).describe("how a sample is compared with a support vector"),
    vectors: size.describe("number of support vectors"),
    weights: size.default(1).describe("weights of each support vector: 1 in a regression, classes − 1 in a classifier"),
    targets: size.describe("scores of each sample"),
    labels,
    postTransform,
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { kernel, vectors, weights, targets, labels, postTransform }, inputs: { x } }) {
    const { samples, features } = samplesOf(x.shape);
    const pairs = samples * vectors;
    return {
      outputs: predictions(samples, targets, labels),
      work: addWork(
        scaleWork(kernelWork(kernel, features), pairs),
        { multiply: pairs * weights, add: pairs * weights + samples * targets },
        postTransformWork(postTransform, samples * targets),
        labelWork(samples, targets, labels),
      ),
      compute: "float32",
      status: "estimate",
    };
  },
});

function kernelWork(kernel: Kernel, features: number): Work {
  switch (kernel) {
    case "linear":
      return { multiply: features, add: features };
    case "polynomial":
      return { multiply: features + 1, add: features + 1, power: 1 };
    case "sigmoid":
      return { multiply: features + 1, add: features + 1, tanh: 1 };
    case "rbf":
      return { multiply: features + 1, add: 2 * features, exp: 1 };
    default:
      return kernel satisfies never;
  }
}
