import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { oneHot } from "./one-hot.ts";

describe("one-hot", () => {
  it("puts an axis in, and computes nothing", () => {
    expect(describeLayer(oneHot, { indices: int64(2, 3) }, { depth: 10 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3, 10] }],
      work: {},
    });
    expect(describeLayer(oneHot, { indices: int64(2, 3), offOn: int64(2) }, { depth: 10, axis: 1 }).outputs).toEqual([
      { dtype: "int64", shape: [2, 10, 3] },
    ]);
  });

  it("marks indices, those from the end too, and none that lies outside", () => {
    expect(describeLayer(oneHot, { indices: int64Values(0, -1, 5) }, { depth: 3 }).values).toEqual([[1, 0, 0, 0, 0, 1, 0, 0, 0]]);
    expect(describeLayer(oneHot, { indices: int64Values(1, 0), offOn: int64Values(7, 9) }, { depth: 2, axis: 0 }).values).toEqual([
      [7, 9, 9, 7],
    ]);
    expect(describeLayer(oneHot, { indices: int64Values(1), offOn: tensor("int64", [2]) }, { depth: 2 }).values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(oneHot, { indices: int64(2), offOn: float32(3) }, { depth: 2 })).toThrow("offOn must hold two elements");
    expect(() => describeLayer(oneHot, { indices: int64(2) }, { depth: 2, axis: 2 })).toThrow(
      "axis 2 lies outside a tensor of 2 dimensions",
    );
  });

  layerTypeSuite(oneHot, {
    cases: [
      { inputs: { indices: int64(2, 3) }, attributes: { depth: 10 }, batch: { indices: 0 } },
      { inputs: { indices: int64Values(1, 0), offOn: int64Values(7, 9) }, attributes: { depth: 2, axis: 0 } },
    ],
  });
});
