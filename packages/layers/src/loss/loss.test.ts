import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { negativeLogLikelihood } from "./negative-log-likelihood.ts";
import { softmaxCrossEntropy } from "./softmax-cross-entropy.ts";

const inputs = { x: float32(2, 5, 3), target: int64(2, 3) }; // 30 scores, 6 predictions

describe("negative-log-likelihood", () => {
  it("answers a loss for each prediction", () => {
    expect(describeLayer(negativeLogLikelihood, inputs, { reduction: "none" })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: { add: 6 },
    });
  });

  it("sums, or takes the mean", () => {
    expect(describeLayer(negativeLogLikelihood, inputs, { reduction: "sum" })).toMatchObject({
      outputs: [{ shape: [] }],
      work: { add: 11 },
    }); // 6 + 5
    expect(describeLayer(negativeLogLikelihood, inputs).work).toEqual({ add: 11, divide: 1 });
  });

  it("weighs classes; a mean then divides by the sum of weights", () => {
    // 6 negations, 5 adds of losses, 5 of weights
    expect(describeLayer(negativeLogLikelihood, { ...inputs, weights: float32(5) }).work).toEqual({ add: 16, multiply: 6, divide: 1 });
  });

  it("refuses targets of another shape", () => {
    expect(() => describeLayer(negativeLogLikelihood, { x: float32(2, 5, 3), target: int64(2, 4) })).toThrow(
      "targets are 2×4, predictions ask for 2×3",
    );
    expect(() => describeLayer(negativeLogLikelihood, { x: float32(5), target: int64() })).toThrow(
      "predictions are 5: a batch and classes are expected",
    );
  });
});

describe("softmax-cross-entropy", () => {
  it("adds a log-softmax, and gives it out when asked", () => {
    expect(describeLayer(softmaxCrossEntropy, inputs, { reduction: "sum", logProbabilities: true })).toMatchObject({
      outputs: [{ shape: [] }, { shape: [2, 5, 3] }],
      work: { compare: 30, add: 101, exp: 30, log: 6 }, // adds: 3 · 30, 6 negations, 5 to sum
    });
  });
});

layerTypeSuite(negativeLogLikelihood, {
  cases: [{ inputs: { x: float32(2, 5, 3), target: int64(2, 3) }, attributes: { reduction: "none" }, batch: { x: 0, target: 0 } }],
});

layerTypeSuite(softmaxCrossEntropy, {
  cases: [{ inputs: { x: float32(2, 5, 3), target: int64(2, 3) }, attributes: { reduction: "sum", logProbabilities: true } }],
});
