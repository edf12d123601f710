import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { scatterElements } from "./scatter-elements.ts";

describe("scatter-elements", () => {
  it("has the shape of what is written into", () => {
    const inputs = { x: float32(3, 5), indices: int64(2, 5), updates: float32(2, 5) };
    expect(describeLayer(scatterElements, inputs)).toMatchObject({ outputs: [{ dtype: "float32", shape: [3, 5] }], work: {} });
    expect(describeLayer(scatterElements, inputs, { reduction: "add" }).work).toEqual({ add: 10 }); // one an update
    expect(describeLayer(scatterElements, inputs, { reduction: "min" }).work).toEqual({ compare: 10 });
  });

  it("writes each update into its own line", () => {
    const x = tensor("int64", [1, 5], [1, 2, 3, 4, 5]);
    const indices = tensor("int64", [1, 2], [1, -2]);
    const updates = tensor("int64", [1, 2], [10, 20]);
    expect(describeLayer(scatterElements, { x, indices, updates }, { axis: 1 }).values).toEqual([[1, 10, 3, 20, 5]]);
    const twice = tensor("int64", [1, 2], [1, 1]);
    expect(describeLayer(scatterElements, { x, indices: twice, updates }, { axis: 1, reduction: "add" }).values).toEqual([
      [1, 32, 3, 4, 5],
    ]); // 2 + 10 + 20
    expect(
      describeLayer(scatterElements, { x, indices: tensor("int64", [1, 1], [5]), updates: tensor("int64", [1, 1], [0]) }, { axis: 1 })
        .values,
    ).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    const x = float32(3, 3);
    expect(() => describeLayer(scatterElements, { x, indices: int64(1, 3), updates: float32(3) })).toThrow(
      "there are indices of 1×3 and updates of 3",
    );
    expect(() => describeLayer(scatterElements, { x, indices: int64(1, 4), updates: float32(1, 4) })).toThrow(
      "indices of 1×4 do not fit 3×3",
    );
    expect(() => describeLayer(scatterElements, { x, indices: int64(1, 3), updates: int64(1, 3) })).toThrow(
      "different dtypes: float32, int64",
    );
  });

  layerTypeSuite(scatterElements, {
    cases: [
      { inputs: { x: float32(3, 5), indices: int64(2, 5), updates: float32(2, 5) }, batch: { x: 0 } },
      {
        inputs: {
          x: tensor("int64", [1, 5], [1, 2, 3, 4, 5]),
          indices: tensor("int64", [1, 2], [1, 1]),
          updates: tensor("int64", [1, 2], [10, 20]),
        },
        attributes: { axis: 1, reduction: "add" },
      },
    ],
  });
});
