import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { svm } from "./svm.ts";

// 2 samples of 3 features, 5 support vectors: 10 pairs
const apply = (kernel: string, attributes: object = {}) =>
  describeLayer(svm, { x: float32(2, 3) }, { kernel, vectors: 5, targets: 1, ...attributes });

describe("svm", () => {
  it("compares each sample with each support vector", () => {
    expect(apply("linear")).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 1] }],
      work: { multiply: 40, add: 42 },
      status: "estimate",
    }); // 30 + 10, and 2 biases
    expect(apply("polynomial").work).toEqual({ multiply: 50, add: 52, power: 10 });
    expect(apply("sigmoid").work).toEqual({ multiply: 50, add: 52, tanh: 10 });
    expect(apply("rbf").work).toEqual({ multiply: 50, add: 72, exp: 10 }); // 10 · (2 · 3 + 1) + 2
  });

  it("predicts labels", () => {
    expect(apply("linear", { targets: 3, weights: 2, labels: "int64" })).toMatchObject({
      outputs: [
        { dtype: "int64", shape: [2] },
        { dtype: "float32", shape: [2, 3] },
      ],
      work: { multiply: 50, add: 56, compare: 4 }, // 30 + 10 · 2, and 6 biases; 2 · (3 − 1)
    });
  });

  layerTypeSuite(svm, {
    cases: [
      { inputs: { x: float32(2, 3) }, attributes: { kernel: "linear", vectors: 5, targets: 1 }, batch: { x: 0 } },
      {
        inputs: { x: float32(2, 3) },
        attributes: { kernel: "linear", vectors: 5, targets: 3, weights: 2, labels: "int64" },
        batch: { x: 0 },
      },
    ],
  });
});
