import { describeLayer, int64, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { setDifference } from "./set-difference.ts";

describe("set-difference", () => {
  it("leaves at most everything", () => {
    expect(describeLayer(setDifference, { x: int64(6), excluded: int64(2) }, { dtype: "int32" })).toMatchObject({
      outputs: [
        { dtype: "int64", shape: [6], status: "at-most" },
        { dtype: "int32", shape: [6], status: "at-most" },
      ],
      work: { hash: 8 },
    });
  });

  it("leaves what is known", () => {
    const { outputs, values } = describeLayer(setDifference, { x: int64Values(1, 2, 3, 2), excluded: int64Values(2, 9) });
    expect(outputs).toEqual([int64(2), int64(2)]);
    expect(values).toEqual([
      [1, 3],
      [0, 2],
    ]);
  });

  it("refuses what is no vector", () => {
    expect(() => describeLayer(setDifference, { x: int64(2, 2), excluded: int64(1) })).toThrow("2×2 is no vector");
  });

  layerTypeSuite(setDifference, {
    cases: [
      { inputs: { x: int64(6), excluded: int64(2) }, attributes: { dtype: "int32" }, batch: { x: 0 } },
      { inputs: { x: int64Values(1, 2, 3, 2), excluded: int64Values(2, 9) } },
    ],
  });
});
