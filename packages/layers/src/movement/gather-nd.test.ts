import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { gatherNd } from "./gather-nd.ts";

const x = tensor("int64", [2, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7]);

describe("gather-nd", () => {
  it("takes a slice for each index vector", () => {
    expect(describeLayer(gatherNd, { x: float32(8, 9, 10), indices: int64(5, 6, 2) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [5, 6, 10] }],
      work: {},
      traffic: { read: 1680 }, // 5 · 6 · 10 elements of 4 bytes, 60 indices of 8
    });
    expect(describeLayer(gatherNd, { x: float32(8, 9, 10), indices: int64(8, 6, 1) }, { batchDims: 1 }).outputs[0]).toMatchObject({
      shape: [8, 6, 10],
    });
  });

  it("evaluates elements, slices and batches", () => {
    expect(describeLayer(gatherNd, { x, indices: tensor("int64", [2, 3], [0, 0, 1, 1, 1, -1]) }).values).toEqual([[1, 7]]);
    expect(describeLayer(gatherNd, { x, indices: tensor("int64", [2, 1], [1, 0]) }).values).toEqual([[4, 5, 6, 7, 0, 1, 2, 3]]);
    expect(describeLayer(gatherNd, { x, indices: tensor("int64", [2, 1], [1, 0]) }, { batchDims: 1 }).values).toEqual([[2, 3, 4, 5]]);
    expect(describeLayer(gatherNd, { x, indices: tensor("int64", [1], [2]) }).values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(gatherNd, { x, indices: int64(1, 4) })).toThrow(
      "index vectors of 4 after 0 batch dimensions point into 3 dimensions",
    );
    expect(() => describeLayer(gatherNd, { x, indices: int64() })).toThrow(
      "indices of 0 dimensions have no vector after 0 batch dimensions",
    );
    expect(() => describeLayer(gatherNd, { x, indices: int64(3, 1) }, { batchDims: 1 })).toThrow(
      "batch dimension 0 is 2 in x and 3 in the indices",
    );
    expect(() => describeLayer(gatherNd, { x, indices: float32(1, 1) })).toThrow("the indices must be integers, not float32");
  });

  layerTypeSuite(gatherNd, {
    cases: [
      { inputs: { x: float32(8, 9, 10), indices: int64(5, 6, 2) }, batch: { x: 0, indices: 0 } },
      {
        inputs: { x: tensor("int64", [2, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7]), indices: tensor("int64", [2, 1], [1, 0]) },
        attributes: { batchDims: 1 },
      },
    ],
  });
});
