import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { lpNorm } from "./lp-norm.ts";

describe("lp-norm", () => {
  const apply = (attributes: object) => describeLayer(lpNorm, { x: float32(2, 3, 4) }, { ...attributes }); // 24 elements

  it("divides by the norm of each group", () => {
    expect(apply({})).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3, 4] }],
      work: { multiply: 24, add: 24, sqrt: 6, divide: 24 },
    });
    expect(apply({ axes: [0, 2] }).work).toMatchObject({ sqrt: 3 });
  });

  it("takes other powers", () => {
    expect(apply({ power: 1 }).work).toEqual({ add: 48, divide: 24 }); // absolute values and the sums
    expect(apply({ power: 3 }).work).toEqual({ add: 48, power: 30, divide: 24 }); // 24 + 6 roots
  });

  it("refuses axes that there are not", () => {
    expect(() => apply({ axes: [3] })).toThrow("axis 3 lies outside a tensor of 3 dimensions");
    expect(() => apply({ power: 0 })).toThrow("attribute power: must be at least 1");
  });

  layerTypeSuite(lpNorm, {
    cases: [{ inputs: { x: float32(2, 3, 4) }, batch: { x: 0 } }],
  });
});
