import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { linearModel } from "./linear-model.ts";

describe("linear-model", () => {
  it("weighs features", () => {
    expect(describeLayer(linearModel, { x: float32(5, 4) }, { targets: 2, intercepts: true })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [5, 2] }],
      work: { mac: 40, add: 10 }, // 5 · 4 · 2, 5 · 2
    });
  });

  it("computes one score of two classes, of which the other follows", () => {
    expect(describeLayer(linearModel, { x: float32(5, 4) }, { targets: 2, computed: 1, intercepts: true, labels: "int64" })).toMatchObject({
      outputs: [
        { dtype: "int64", shape: [5] },
        { dtype: "float32", shape: [5, 2] },
      ],
      work: { mac: 20, add: 5, compare: 5 }, // 5 · 4 · 1, 5 · 1
    });
  });

  it("predicts labels", () => {
    expect(describeLayer(linearModel, { x: int64(4) }, { targets: 3, labels: "string", postTransform: "logistic" })).toMatchObject({
      outputs: [
        { dtype: "string", shape: [1] },
        { dtype: "float32", shape: [1, 3] },
      ],
      work: { mac: 12, exp: 3, add: 3, divide: 3, compare: 2 },
      compute: "float32",
    });
  });

  it("refuses what are no features", () => {
    expect(() => describeLayer(linearModel, { x: float32(1, 2, 3) }, { targets: 2 })).toThrow(
      "1×2×3 is neither a row of features nor several",
    );
  });

  layerTypeSuite(linearModel, {
    cases: [
      { inputs: { x: float32(5, 4) }, attributes: { targets: 2, intercepts: true }, batch: { x: 0 } },
      { inputs: { x: int64(4) }, attributes: { targets: 3, labels: "string", postTransform: "logistic" } },
      { inputs: { x: float32(5, 4) }, attributes: { targets: 2, computed: 1, intercepts: true, labels: "int64" }, batch: { x: 0 } },
    ],
  });
});
