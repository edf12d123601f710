import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { raggedGather } from "./ragged-gather.ts";

describe("ragged-gather", () => {
  it("takes rows whose lengths are known", () => {
    const inputs = { indices: int64Values(2, 0), values: float32(6, 4), splits: [int64Values(0, 1, 3, 6)] };
    expect(describeLayer(raggedGather, inputs)).toMatchObject({
      outputs: [
        { dtype: "int64", shape: [3] },
        { dtype: "float32", shape: [4, 4] }, // 3 of row 2, 1 of row 0
      ],
      work: { add: 2 },
    });
  });

  it("estimates the others, and splits each dimension of the indices", () => {
    const inputs = { indices: int64(2, 5), values: float32(6), splits: [int64(4), int64(9)] };
    expect(describeLayer(raggedGather, inputs).outputs).toEqual([
      { dtype: "int64", shape: [3] }, // 2 rows of indices
      { dtype: "int64", shape: [11] }, // 2 · 5 rows
      { dtype: "int64", shape: [9], status: "estimate" },
      { dtype: "float32", shape: [6], status: "estimate" },
    ]);
  });

  it("refuses what tells no rows", () => {
    expect(() => describeLayer(raggedGather, { indices: int64(2), values: float32(6), splits: [] })).toThrow(
      "takes one vector of splits at least",
    );
    expect(() => describeLayer(raggedGather, { indices: tensor("float32", [2]), values: float32(6), splits: [int64(4)] })).toThrow(
      "takes integers as indices",
    );
  });

  layerTypeSuite(raggedGather, {
    cases: [
      { inputs: { indices: int64Values(2, 0), values: float32(6, 4), splits: [int64Values(0, 1, 3, 6)] } },
      { inputs: { indices: int64(2, 5), values: float32(6), splits: [int64(4), int64(9)] }, batch: { indices: 0 } },
    ],
  });
});
