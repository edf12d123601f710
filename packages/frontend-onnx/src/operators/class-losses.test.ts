import { float32, int64 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { negativeLogLikelihoodLossOperator, softmaxCrossEntropyLossOperator } from "./class-losses.ts";

const inputs = { x: float32(2, 5), target: int64(2), weights: stored(float32(5)) };

describe("NegativeLogLikelihoodLoss", () => {
  it("weighs classes and reduces", () => {
    expect(translated(negativeLogLikelihoodLossOperator, 13, inputs)[0]).toMatchObject({
      type: "negative-log-likelihood",
      attributes: { reduction: "mean" },
      inputs: ["x", "target", "weights"],
    });
  });
});

describe("SoftmaxCrossEntropyLoss", () => {
  it("gives out logarithms of probabilities", () => {
    const node = { attributes: { reduction: "none" }, outputs: ["y", "logarithms"] };
    expect(translated(softmaxCrossEntropyLossOperator, 13, inputs, node)[0]).toMatchObject({
      type: "softmax-cross-entropy",
      attributes: { reduction: "none", logProbabilities: true },
      outputs: ["y", "logarithms"],
    });
  });
});
