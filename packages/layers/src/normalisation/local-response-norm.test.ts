import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { localResponseNorm } from "./local-response-norm.ts";

describe("local-response-norm", () => {
  it("sums squares over a window of channels", () => {
    const { outputs, work } = describeLayer(localResponseNorm, { x: float32(1, 96, 5, 5) }, { size: 5 }); // 2,400 elements
    expect(outputs).toEqual([{ dtype: "float32", shape: [1, 96, 5, 5] }]);
    expect(work).toEqual({
      multiply: 4_800, // squares, and the sum's factor
      add: 12_000, // 4 for the sum, 1 for the bias
      power: 2_400,
      divide: 2_400,
    });
  });

  layerTypeSuite(localResponseNorm, {
    cases: [{ inputs: { x: float32(1, 96, 5, 5) }, attributes: { size: 5 }, batch: { x: 0 } }],
  });
});
