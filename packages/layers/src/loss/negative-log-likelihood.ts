import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { lossShape, lossWork, reductionAttribute } from "./class-loss.ts";

/**
 * Negative log-likelihood loss: minus the log-probability of the right class, weighted by class where weights are given.
 *
 * x: [N, C, …], log-probabilities; target: [N, …], classes; weights: [C]. Output: [N, …], or a scalar where it is reduced.
 */
export const negativeLogLikelihood: LayerType = defineLayerType({
  type: "negative-log-likelihood",
  attributes: z.strictObject({ reduction: reductionAttribute }),
  inputs: { x: "tensor", target: "tensor", weights: "tensor?" },

  describe({ attributes: { reduction }, inputs: { x, target, weights } }) {
    return {
      outputs: [{ dtype: x.dtype, shape: lossShape(x, target, reduction) }],
      work: lossWork(target, reduction, weights !== undefined),
    };
  },
});
