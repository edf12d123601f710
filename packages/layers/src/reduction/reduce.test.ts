import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reduce } from "./reduce.ts";

const apply = (name: string, x = float32(2, 3, 4), attributes = {}) => describeLayer(reduce, { x }, { function: name, ...attributes });

describe("reduce", () => {
  it("drops the reduced axes, or keeps them with size 1", () => {
    expect(apply("sum", float32(2, 3, 4), { axes: [-1, 0] }).outputs[0]).toEqual({ dtype: "float32", shape: [3] });
    expect(apply("sum", float32(2, 3, 4), { axes: [-1, 0], keepDims: true }).outputs[0]).toEqual({ dtype: "float32", shape: [1, 3, 1] });
    expect(apply("sum").outputs[0]).toEqual({ dtype: "float32", shape: [] });
    expect(apply("sum", float32(2, 3), { axes: [] })).toMatchObject({ outputs: [{ shape: [2, 3] }], work: { add: 0 } });
  });

  it("counts one operation less than elements for each result", () => {
    const rows = { axes: [2] }; // 24 elements into 6
    expect(apply("sum", undefined, rows).work).toEqual({ add: 18 }); // 24 − 6
    expect(apply("max", undefined, rows).work).toEqual({ compare: 18 });
    expect(apply("prod", undefined, rows).work).toEqual({ multiply: 18 });
    expect(apply("all", tensor("bool", [2, 3, 4]), rows).work).toEqual({ logic: 18 });
  });

  it("counts what is done to each element and each result", () => {
    const rows = { axes: [2] };
    expect(apply("mean", undefined, rows).work).toEqual({ add: 18, divide: 6 });
    expect(apply("l1", undefined, rows).work).toEqual({ add: 42 }); // 24 absolute values + 18
    expect(apply("l2", undefined, rows).work).toEqual({ multiply: 24, add: 18, sqrt: 6 });
    expect(apply("sum-square", undefined, rows).work).toEqual({ multiply: 24, add: 18 });
    expect(apply("log-sum", undefined, rows).work).toEqual({ add: 18, log: 6 });
    expect(apply("log-sum-exp", undefined, rows).work).toEqual({ exp: 24, add: 18, log: 6 });
  });

  it("counts nothing for an empty tensor", () => {
    expect(apply("sum", float32(0, 4), { axes: [0] })).toMatchObject({ outputs: [{ shape: [4] }], work: { add: 0 } });
  });

  it("refuses axes that there are not, and functions of other dtypes", () => {
    expect(() => apply("sum", float32(2), { axes: [1] })).toThrow("axis 1 lies outside a tensor of 1 dimensions");
    expect(() => apply("sum", float32(2, 2), { axes: [1, -1] })).toThrow("axis -1 is named twice");
    expect(() => apply("all", float32(2))).toThrow("all takes bool, not float32");
    expect(() => apply("median")).toThrow("attribute function: Invalid option");
  });

  it("evaluates small constants", () => {
    const x = tensor("int64", [2, 3], [1, 2, 3, 4, 5, 6]);
    expect(apply("prod", int64Values(2, 3, 2 ** 52)).values).toEqual([[6n * 2n ** 52n]]);
    expect(apply("sum", x, { axes: [0] }).values).toEqual([[5, 7, 9]]);
    expect(apply("max", x, { axes: [1], keepDims: true }).values).toEqual([[3, 6]]);
    expect(apply("min", x).values).toEqual([[1]]);
    expect(apply("any", tensor("bool", [2, 2], [0, 0, 0, 1]), { axes: [1] }).values).toEqual([[0, 1]]);
    expect(apply("mean", x).values).toEqual([undefined]);
  });

  it("evaluates an empty group as what changes no result", () => {
    const empty = tensor("int64", [0, 2], []);
    expect(apply("sum", empty, { axes: [0] }).values).toEqual([[0, 0]]);
    expect(apply("prod", empty, { axes: [0] }).values).toEqual([[1, 1]]);
    expect(apply("max", empty, { axes: [0] }).values).toEqual([undefined]);
  });

  it("evaluates step by step what it evaluates at once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 12, maxLength: 12 }), (elements) => {
        const rows = apply("sum", tensor("int64", [3, 4], elements), { axes: [1] }).values[0] as number[];
        expect(apply("sum", int64Values(...rows)).values).toEqual(apply("sum", int64Values(...elements)).values);
      }),
    );
  });

  layerTypeSuite(reduce, {
    cases: [
      { inputs: { x: float32(2, 3, 4) }, attributes: { function: "sum", axes: [-1, 0] } },
      { inputs: { x: tensor("int64", [2, 3], [1, 2, 3, 4, 5, 6]) }, attributes: { function: "max", axes: [1], keepDims: true } },
      { inputs: { x: int64Values(2, 3, 4503599627370496) }, attributes: { function: "prod" } },
    ],
  });
});
