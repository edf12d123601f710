import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { softmax } from "./softmax.ts";

describe("softmax", () => {
  const apply = (attributes: object) => describeLayer(softmax, { x: float32(2, 3, 4) }, { ...attributes }); // 24 elements

  it("subtracts the maximum, exponentiates, and divides by the sum", () => {
    expect(apply({})).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3, 4] }],
      work: { compare: 24, add: 48, exp: 24, divide: 24 },
    });
  });

  it("subtracts the logarithm of each group's sum", () => {
    expect(apply({ function: "log-softmax" }).work).toEqual({ compare: 24, add: 72, exp: 24, log: 6 }); // 2 · 3 groups
    expect(apply({ function: "log-softmax", axes: [0, -1] }).work).toMatchObject({ log: 3 });
  });

  it("marks the largest", () => {
    expect(apply({ function: "hardmax" }).work).toEqual({ compare: 48 });
  });

  it("refuses axes that there are not", () => {
    expect(() => apply({ axes: [-4] })).toThrow("axis -4 lies outside a tensor of 3 dimensions");
  });

  layerTypeSuite(softmax, {
    cases: [
      { inputs: { x: float32(2, 3, 4) }, batch: { x: 0 } },
      { inputs: { x: float32(2, 3, 4) }, attributes: { function: "log-softmax", axes: [0, -1] }, batch: { x: 0 } },
    ],
  });
});
