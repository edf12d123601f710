import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { treeEnsemble } from "./tree-ensemble.ts";

describe("tree-ensemble", () => {
  it("walks down every tree", () => {
    // 10 samples · 300 levels; 10 samples · 100 trees · 2 targets
    expect(describeLayer(treeEnsemble, { x: float32(10, 4) }, { trees: 100, depth: 300, targets: 2, aggregate: "average" })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [10, 2] }],
      work: { compare: 3000, add: 2000, divide: 20 },
      status: "at-most",
    });
  });

  it("predicts labels", () => {
    expect(
      describeLayer(treeEnsemble, { x: float32(10, 4) }, { trees: 5, depth: 15, targets: 3, aggregate: "max", labels: "int64" }),
    ).toMatchObject({
      outputs: [
        { dtype: "int64", shape: [10] },
        { dtype: "float32", shape: [10, 3] },
      ],
      work: { compare: 320 }, // 150 levels, 150 leaves, 20 for the labels
    });
    const x = tensor("float64", [10, 4]);
    expect(describeLayer(treeEnsemble, { x }, { trees: 1, depth: 1, targets: 1, dtype: "float64" }).outputs).toEqual([
      tensor("float64", [10, 1]),
    ]);
  });

  layerTypeSuite(treeEnsemble, {
    cases: [
      { inputs: { x: float32(10, 4) }, attributes: { trees: 100, depth: 300, targets: 2, aggregate: "average" }, batch: { x: 0 } },
      {
        inputs: { x: float32(10, 4) },
        attributes: { trees: 5, depth: 15, targets: 3, aggregate: "max", labels: "int64" },
        batch: { x: 0 },
      },
    ],
  });
});
