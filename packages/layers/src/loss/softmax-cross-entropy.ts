import { addWork, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { lossShape, lossWork, reductionAttribute } from "./class-loss.ts";

/**
 * Cross-entropy loss of scores: a log-softmax over the classes, then the negative log-likelihood of the right one.
 *
 * x: [N, C, …], scores; target: [N, …], classes; weights: [C]. Output: [N, …], or a scalar where it is reduced; with
 * `logProbabilities`, these as a second output, of x's shape.
 * Work: per score, a comparison, two subtractions, an exponential and an add; per prediction, a logarithm; then the loss's.
 */
export const softmaxCrossEntropy: LayerType = defineLayerType({
  type: "softmax-cross-entropy",
  attributes: z.strictObject({
    reduction: reductionAttribute,
    logProbabilities: z.boolean().default(false).describe("whether log-probabilities are a second output"),
  }),
  inputs: { x: "tensor", target: "tensor", weights: "tensor?" },

  describe({ attributes: { reduction, logProbabilities }, inputs: { x, target, weights } }) {
    const scores = product(x.shape);
    return {
      outputs: [
        { dtype: x.dtype, shape: lossShape(x, target, reduction) },
        ...(logProbabilities ? [{ dtype: x.dtype, shape: x.shape }] : []),
      ],
      work: addWork(
        { compare: scores, add: 3 * scores, exp: scores, log: product(target.shape) },
        lossWork(target, reduction, weights !== undefined),
      ),
    };
  },
});
