import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { nonZero } from "./non-zero.ts";

describe("non-zero", () => {
  it("finds at most every element", () => {
    expect(describeLayer(nonZero, { x: float32(2, 3) })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [2, 6], status: "at-most" }],
      work: { compare: 6 },
    });
    expect(describeLayer(nonZero, { x: float32(2, 3) }, { order: "elements-first" }).outputs[0]).toMatchObject({ shape: [6, 2] });
    expect(describeLayer(nonZero, { x: float32() }).outputs[0]).toMatchObject({ shape: [0, 1] });
  });

  it("tells the indices of known elements", () => {
    const x = tensor("bool", [2, 2], [1, 0, 1, 1]);
    const rows = describeLayer(nonZero, { x });
    expect(rows.outputs).toEqual([{ dtype: "int64", shape: [2, 3] }]);
    expect(rows.values).toEqual([[0, 1, 1, 0, 0, 1]]); // rows 0, 1, 1; columns 0, 0, 1
    expect(describeLayer(nonZero, { x }, { order: "elements-first" }).values).toEqual([[0, 0, 1, 0, 1, 1]]);
    expect(describeLayer(nonZero, { x: int64Values(0, 0) })).toMatchObject({ outputs: [{ shape: [1, 0] }], values: [[]] });
  });

  layerTypeSuite(nonZero, {
    cases: [
      { inputs: { x: float32(2, 3) }, batch: { x: 0 } },
      { inputs: { x: tensor("bool", [2, 2], [1, 0, 1, 1]) }, attributes: { order: "elements-first" } },
    ],
  });
});
