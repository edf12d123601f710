import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { argReduce } from "./arg-reduce.ts";

describe("arg-reduce", () => {
  it("compares along one axis", () => {
    expect(describeLayer(argReduce, { x: float32(2, 3, 4) }, { function: "max", axis: -1 })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [2, 3] }],
      work: { compare: 18 }, // 24 elements, 6 results
    });
    expect(describeLayer(argReduce, { x: float32(2, 3) }, { function: "min", axis: 0, keepDims: true, dtype: "int32" }).outputs).toEqual([
      { dtype: "int32", shape: [1, 3] },
    ]);
  });

  it("evaluates, with the first or the last of equal elements", () => {
    const x = tensor("int64", [2, 3], [1, 5, 5, 7, 0, 0]);
    expect(describeLayer(argReduce, { x }, { function: "max", axis: 1 }).values).toEqual([[1, 0]]);
    expect(describeLayer(argReduce, { x }, { function: "max", axis: 1, last: true }).values).toEqual([[2, 0]]);
    expect(describeLayer(argReduce, { x }, { function: "min", axis: 0 }).values).toEqual([[0, 1, 1]]);
    expect(describeLayer(argReduce, { x: int64Values(3) }, { function: "min" }).values).toEqual([[0]]);
  });

  it("refuses to search an empty axis", () => {
    expect(() => describeLayer(argReduce, { x: float32(0, 3) }, { function: "max" })).toThrow("axis 0 has no element to find");
    expect(describeLayer(argReduce, { x: float32(0, 3) }, { function: "max", axis: 1 }).outputs[0]).toMatchObject({ shape: [0] });
  });

  layerTypeSuite(argReduce, {
    cases: [
      { inputs: { x: float32(2, 3, 4) }, attributes: { function: "max", axis: -1 }, batch: { x: 0 } },
      { inputs: { x: float32(2, 3) }, attributes: { function: "min", axis: 0, keepDims: true, dtype: "int32" } },
      { inputs: { x: tensor("int64", [2, 3], [1, 5, 5, 7, 0, 0]) }, attributes: { function: "max", axis: 1, last: true } },
    ],
  });
});
