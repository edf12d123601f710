import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { unfold } from "./unfold.ts";

describe("unfold", () => {
  it("copies every window", () => {
    expect(describeLayer(unfold, { x: float32(2, 10) }, { size: 3, step: 2 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 4, 3] }], // (10 − 3) / 2 + 1 = 4, rounded down
      work: {},
    });
    expect(describeLayer(unfold, { x: float32(5, 2) }, { axis: 0, size: 5 }).outputs).toEqual([{ dtype: "float32", shape: [1, 2, 5] }]);
  });

  it("refuses a window that does not fit", () => {
    expect(() => describeLayer(unfold, { x: float32(2, 4) }, { size: 5 })).toThrow("a window of 5 does not fit axis 1, of size 4");
    expect(() => describeLayer(unfold, { x: float32(2, 4) }, { size: 2, step: 0 })).toThrow("attribute step: must be at least 1");
  });

  layerTypeSuite(unfold, {
    cases: [{ inputs: { x: float32(2, 10) }, attributes: { size: 3, step: 2 }, batch: { x: 0 } }],
  });
});
