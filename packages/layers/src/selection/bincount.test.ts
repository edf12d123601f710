import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { bincount } from "./bincount.ts";

describe("bincount", () => {
  it("adds once per element", () => {
    expect(describeLayer(bincount, { x: int64(20) }, { bins: 8 })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [8] }],
      work: { add: 20 },
    });
    expect(describeLayer(bincount, { x: int64(2, 20), weights: float32(2, 20) }, { bins: 8 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 8] }],
      work: { add: 40 },
    });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(bincount, { x: int64() }, { bins: 8 })).toThrow("scalar is neither a vector nor rows");
    expect(() => describeLayer(bincount, { x: int64(3), weights: float32(4) }, { bins: 8 })).toThrow("there are weights of 4 for 3");
  });

  layerTypeSuite(bincount, {
    cases: [
      { inputs: { x: int64(20) }, attributes: { bins: 8 } },
      { inputs: { x: int64(2, 20), weights: float32(2, 20) }, attributes: { bins: 8 }, batch: { x: 0, weights: 0 } },
    ],
  });
});
