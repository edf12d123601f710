import { describeLayer, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { linspace } from "./linspace.ts";

describe("linspace", () => {
  it("includes both ends", () => {
    expect(describeLayer(linspace, {}, { start: 0, stop: 1, count: 5 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [5] }],
      work: { multiply: 5, add: 5 },
      values: [[0, 0.25, 0.5, 0.75, 1]],
    });
    expect(describeLayer(linspace, {}, { start: 3, stop: 9, count: 1 }).values).toEqual([[3]]);
    expect(describeLayer(linspace, {}, { start: 3, stop: 9, count: 0 }).values).toEqual([[]]);
  });

  layerTypeSuite(linspace, {
    cases: [{ inputs: {}, attributes: { start: 0, stop: 1, count: 5 } }],
  });
});
