import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { concat } from "./concat.ts";

describe("concat", () => {
  it("adds up the sizes along the axis, and computes nothing", () => {
    expect(describeLayer(concat, { xs: [float32(2, 3), float32(2, 5), float32(2, 0)] }, { axis: -1 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 8] }],
      work: {},
    });
  });

  it("joins values along any axis", () => {
    expect(describeLayer(concat, { xs: [int64Values(1, 2), int64Values(), int64Values(3)] }, { axis: 0 }).values).toEqual([[1, 2, 3]]);
    const a = tensor("int64", [2, 1], [1, 2]);
    const b = tensor("int64", [2, 2], [3, 4, 5, 6]);
    expect(describeLayer(concat, { xs: [a, b] }, { axis: 1 }).values).toEqual([[1, 3, 4, 2, 5, 6]]);
    expect(describeLayer(concat, { xs: [int64Values(1), int64(2)] }, { axis: 0 }).values).toEqual([undefined]);
  });

  it("refuses what does not join", () => {
    expect(() => describeLayer(concat, { xs: [float32(2, 3), float32(5, 5)] }, { axis: 0 })).toThrow(
      "input 1 is 5×5, which does not join 2×3 along axis 0",
    );
    expect(() => describeLayer(concat, { xs: [float32(2), float32(2, 1)] }, { axis: 0 })).toThrow("input 1 is 2×1");
    expect(() => describeLayer(concat, { xs: [float32(2), int64(2)] }, { axis: 0 })).toThrow("different dtypes: float32, int64");
    expect(() => describeLayer(concat, { xs: [] }, { axis: 0 })).toThrow("there is nothing to join");
    expect(() => describeLayer(concat, { xs: [float32()] }, { axis: 0 })).toThrow("axis 0 lies outside a tensor of 0 dimensions");
    expect(() => describeLayer(concat, { xs: [float32(2)] })).toThrow("attribute axis: is missing");
  });

  layerTypeSuite(concat, {
    cases: [{ inputs: { xs: [tensor("int64", [2, 1], [1, 2]), tensor("int64", [2, 2], [3, 4, 5, 6])] }, attributes: { axis: 1 } }],
  });
});
