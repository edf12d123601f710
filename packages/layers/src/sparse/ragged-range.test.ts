import { describeLayer, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { raggedRange } from "./ragged-range.ts";

describe("ragged-range", () => {
  it("counts the numbers of all ranges", () => {
    const one = tensor("int64", [], [1]);
    expect(describeLayer(raggedRange, { starts: int64Values(0, 5, 8), limits: int64Values(3, 5, 12), steps: one })).toMatchObject({
      outputs: [int64(4), int64(7)], // 3 + 0 + 4
      work: { multiply: 7, add: 7 },
    });
  });

  it("knows of none where values are missing", () => {
    expect(describeLayer(raggedRange, { starts: int64(3), limits: int64(3), steps: int64() }, { dtype: "int32" })).toMatchObject({
      outputs: [
        { dtype: "int32", shape: [4] },
        { ...int64(0), status: "at-least" },
      ],
      status: "at-least",
    });
  });

  it("refuses what does not go together", () => {
    expect(() => describeLayer(raggedRange, { starts: int64(3), limits: int64(2), steps: int64() })).toThrow("2 does not tell 3 ranges");
    expect(() => describeLayer(raggedRange, { starts: int64Values(1), limits: int64Values(2), steps: int64Values(0) })).toThrow(
      "a step of 0 does not lead",
    );
  });

  layerTypeSuite(raggedRange, {
    cases: [
      { inputs: { starts: int64Values(0, 5, 8), limits: int64Values(3, 5, 12), steps: tensor("int64", [], [1]) } },
      { inputs: { starts: int64(3), limits: int64(3), steps: int64() }, attributes: { dtype: "int32" }, batch: { starts: 0, limits: 0 } },
    ],
  });
});
