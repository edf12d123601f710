import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { unique } from "./unique.ts";

describe("unique", () => {
  it("finds at most every element", () => {
    expect(describeLayer(unique, { x: float32(4, 5) })).toMatchObject({
      outputs: [
        { dtype: "float32", shape: [20], status: "at-most" },
        { dtype: "int64", shape: [20], status: "at-most" },
        { dtype: "int64", shape: [20] },
        { dtype: "int64", shape: [20], status: "at-most" },
      ],
      work: { compare: 100 }, // 20 · ⌈log2 20⌉
      status: "estimate",
    });
  });

  it("finds at most every slice along an axis", () => {
    const { outputs, work } = describeLayer(unique, { x: float32(4, 5) }, { axis: 1, sorted: false, dtype: "int32" });
    expect(outputs).toEqual([
      { dtype: "float32", shape: [4, 5], status: "at-most" },
      { dtype: "int32", shape: [5], status: "at-most" },
      { dtype: "int32", shape: [5] },
      { dtype: "int32", shape: [5], status: "at-most" },
    ]);
    expect(work).toEqual({ hash: 20 });
  });

  it("tells known elements, where they stand, and how often", () => {
    const x = int64Values(2, 1, 1, 3, 4, 3);
    const { outputs, values } = describeLayer(unique, { x });
    expect(outputs[0]).toEqual({ dtype: "int64", shape: [4] });
    expect(values).toEqual([
      [1, 2, 3, 4],
      [1, 0, 3, 4],
      [1, 0, 0, 2, 3, 2],
      [2, 1, 2, 1],
    ]);
    expect(describeLayer(unique, { x }, { sorted: false }).values[0]).toEqual([2, 1, 3, 4]);
  });

  it("compares known slices", () => {
    const x = tensor("int64", [3, 3], [2, 0, 0, 1, 0, 0, 2, 0, 0]);
    const rows = describeLayer(unique, { x }, { axis: 0 });
    expect(rows.outputs.map((output) => "shape" in output && output.shape)).toEqual([[2, 3], [2], [3], [2]]);
    expect(rows.values).toEqual([
      [1, 0, 0, 2, 0, 0],
      [1, 0],
      [1, 0, 1],
      [1, 2],
    ]);
    expect(describeLayer(unique, { x }, { axis: 1, sorted: false }).values).toEqual([
      [2, 0, 1, 0, 2, 0],
      [0, 1],
      [0, 1, 1],
      [1, 2],
    ]);
  });

  layerTypeSuite(unique, {
    cases: [
      { inputs: { x: float32(4, 5) }, batch: { x: 0 } },
      { inputs: { x: float32(4, 5) }, attributes: { axis: 1, sorted: false, dtype: "int32" }, batch: { x: 0 } },
    ],
  });
});
