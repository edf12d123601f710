import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { scatterNd } from "./scatter-nd.ts";

describe("scatter-nd", () => {
  it("has the shape of what is written into", () => {
    const inputs = { x: float32(8, 9, 10), indices: int64(5, 2), updates: float32(5, 10) };
    expect(describeLayer(scatterNd, inputs)).toMatchObject({ outputs: [{ dtype: "float32", shape: [8, 9, 10] }], work: {} });
    expect(describeLayer(scatterNd, inputs, { reduction: "mul" }).work).toEqual({ multiply: 50 }); // 5 slices of 10
  });

  it("writes elements and slices", () => {
    const x = int64Values(1, 2, 3, 4);
    expect(describeLayer(scatterNd, { x, indices: tensor("int64", [2, 1], [3, -4]), updates: int64Values(9, 8) }).values).toEqual([
      [8, 2, 3, 9],
    ]);
    const rows = tensor("int64", [2, 2], [1, 2, 3, 4]);
    const twice = tensor("int64", [2, 1], [1, 1]);
    expect(
      describeLayer(scatterNd, { x: rows, indices: twice, updates: tensor("int64", [2, 2], [10, 20, 30, 40]) }, { reduction: "add" })
        .values,
    ).toEqual([
      [1, 2, 43, 64], // 3 + 10 + 30, 4 + 20 + 40
    ]);
    expect(describeLayer(scatterNd, { x, indices: tensor("int64", [1, 1], [4]), updates: int64Values(0) }).values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    const x = float32(8, 9);
    expect(() => describeLayer(scatterNd, { x, indices: int64(5, 3), updates: float32(5) })).toThrow(
      "index vectors of 3 point into 2 dimensions",
    );
    expect(() => describeLayer(scatterNd, { x, indices: int64(5, 1), updates: float32(5) })).toThrow(
      "the updates are 5, the indices expect 5×9",
    );
    expect(() => describeLayer(scatterNd, { x, indices: int64(), updates: float32(8, 9) })).toThrow("the indices hold no vector");
  });

  layerTypeSuite(scatterNd, {
    cases: [
      { inputs: { x: float32(8, 9, 10), indices: int64(5, 2), updates: float32(5, 10) }, batch: { x: 0 } },
      {
        inputs: {
          x: tensor("int64", [2, 2], [1, 2, 3, 4]),
          indices: tensor("int64", [2, 1], [1, 1]),
          updates: tensor("int64", [2, 2], [10, 20, 30, 40]),
        },
        attributes: { reduction: "add" },
      },
      { inputs: { x: int64Values(1, 2, 3, 4), indices: tensor("int64", [2, 1], [3, -4]), updates: int64Values(9, 8) } },
    ],
  });
});
