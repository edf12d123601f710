import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { compress } from "./compress.ts";

const x = tensor("int64", [3, 2], [1, 2, 3, 4, 5, 6]);
const condition = tensor("bool", [3], [0, 1, 1]);

describe("compress", () => {
  it("keeps at most as much as the condition names", () => {
    expect(describeLayer(compress, { x: float32(10, 4), condition: tensor("bool", [6]) }, { axis: 0 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [6, 4], status: "at-most" }],
      work: {},
      traffic: { read: 102 }, // 6 · 4 elements of 4 bytes, 6 conditions of 1
    });
    expect(describeLayer(compress, { x: float32(2, 2), condition: tensor("bool", [9]) }).outputs[0]).toMatchObject({ shape: [4] });
  });

  it("keeps what a known condition says", () => {
    const rows = describeLayer(compress, { x, condition }, { axis: 0 });
    expect(rows.outputs).toEqual([{ dtype: "int64", shape: [2, 2] }]);
    expect(rows.values).toEqual([[3, 4, 5, 6]]);
    expect(describeLayer(compress, { x, condition })).toMatchObject({ outputs: [{ shape: [2] }], values: [[2, 3]] });
    expect(describeLayer(compress, { x, condition: tensor("bool", [2], [0, 1]) }, { axis: -1 }).values).toEqual([[2, 4, 6]]);
  });

  it("refuses other conditions", () => {
    expect(() => describeLayer(compress, { x, condition: float32(3) })).toThrow("the condition must be a vector of bool, not float32 3");
  });

  layerTypeSuite(compress, {
    cases: [
      { inputs: { x: float32(10, 4), condition: tensor("bool", [6]) }, attributes: { axis: 0 }, batch: { x: 0, condition: 0 } },
      { inputs: { x: tensor("int64", [3, 2], [1, 2, 3, 4, 5, 6]), condition: tensor("bool", [3], [0, 1, 1]) }, attributes: { axis: 0 } },
    ],
  });
});
