import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { where } from "./where.ts";

describe("where", () => {
  it("broadcasts condition and both choices", () => {
    expect(describeLayer(where, { condition: tensor("bool", [3, 1]), a: float32(4), b: float32(2, 1, 1) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3, 4] }],
      work: { compare: 24 }, // 2 · 3 · 4
      compute: "float32",
    });
  });

  it("takes each element from where the condition tells", () => {
    const { values } = describeLayer(where, {
      condition: tensor("bool", [3], [1, 0, 1]),
      a: int64Values(1, 2, 3),
      b: tensor("int64", [1], [9]),
    });
    expect(values).toEqual([[1, 9, 3]]);
  });

  it("needs the values only of what it takes", () => {
    expect(describeLayer(where, { condition: tensor("bool", [], [1]), a: int64Values(7), b: int64(1) }).values).toEqual([[7]]);
    expect(describeLayer(where, { condition: tensor("bool", [2], [1, 0]), a: int64Values(7), b: int64(1) }).values).toEqual([undefined]);
    expect(describeLayer(where, { condition: tensor("bool", [2]), a: int64Values(7), b: int64Values(7) }).values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(where, { condition: float32(2), a: float32(2), b: float32(2) })).toThrow(
      "the condition must be bool, not float32",
    );
    expect(() => describeLayer(where, { condition: tensor("bool", [2]), a: float32(2), b: int64(2) })).toThrow(
      "the inputs have different dtypes: float32, int64",
    );
  });

  layerTypeSuite(where, {
    cases: [
      { inputs: { condition: tensor("bool", [3, 1]), a: float32(4), b: float32(2, 1, 1) }, batch: { condition: 0 } },
      { inputs: { condition: tensor("bool", [3], [1, 0, 1]), a: int64Values(1, 2, 3), b: int64Values(9) } },
      { inputs: { condition: tensor("bool", [], [1]), a: int64Values(7), b: int64(1) }, batch: { b: 0 } },
    ],
  });
});
