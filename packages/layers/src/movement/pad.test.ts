import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { pad } from "./pad.ts";

describe("pad", () => {
  it("adds to both ends, or takes away, and computes nothing", () => {
    expect(describeLayer(pad, { x: float32(1, 3, 4) }, { pads: [0, 1, -2, 0, 2, 0] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 6, 2] }],
      work: {},
    });
  });

  it.each([
    ["constant", [9, 9, 9, 1, 2, 3, 9, 9, 9]],
    ["edge", [1, 1, 1, 1, 2, 3, 3, 3, 3]],
    ["reflect", [2, 3, 2, 1, 2, 3, 2, 1, 2]],
    ["symmetric", [3, 2, 1, 1, 2, 3, 3, 2, 1]],
    ["wrap", [1, 2, 3, 1, 2, 3, 1, 2, 3]],
  ])("evaluates %s", (mode, expected) => {
    expect(describeLayer(pad, { x: int64Values(1, 2, 3), value: tensor("int64", [], [9]) }, { pads: [3, 3], mode }).values).toEqual([
      expected,
    ]);
  });

  it("evaluates more dimensions than one, with zeros where nothing is told", () => {
    const x = tensor("int64", [2, 2], [1, 2, 3, 4]);
    expect(describeLayer(pad, { x }, { pads: [0, 1, 1, -1] }).values).toEqual([[0, 1, 0, 3, 0, 0]]);
    expect(describeLayer(pad, { x: int64Values(5), value: tensor("int64", []) }, { pads: [1, 0] }).values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(pad, { x: float32(2, 3) }, { pads: [1, 1] })).toThrow("2 dimensions take 4 pads, not 2");
    expect(() => describeLayer(pad, { x: float32(2) }, { pads: [-2, -1] })).toThrow(
      "pads -2 and -1 take away more than the 2 elements of axis 0",
    );
    expect(() => describeLayer(pad, { x: float32(0) }, { pads: [1, 0], mode: "edge" })).toThrow("axis 0 has no element to pad with (edge)");
  });

  layerTypeSuite(pad, {
    cases: [
      { inputs: { x: float32(1, 3, 4) }, attributes: { pads: [0, 1, -2, 0, 2, 0] }, batch: { x: 0 } },
      { inputs: { x: int64Values(1, 2, 3), value: tensor("int64", [], [9]) }, attributes: { pads: [3, 3], mode: "constant" } },
    ],
  });
});
