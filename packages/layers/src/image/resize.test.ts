import { expand } from "../../test/expand.ts";
import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { resize } from "./resize.ts";

describe("resize", () => {
  const x = float32(1, 3, 8, 8);
  const apply = (shape: readonly number[], attributes: object = {}) => describeLayer(resize, { x }, { shape, ...attributes });

  it("copies the nearest neighbour", () => {
    expect(apply([1, 3, 16, 16])).toMatchObject({ outputs: [{ dtype: "float32", shape: [1, 3, 16, 16] }], work: {} });
  });

  it("sums neighbours in the dimensions that change", () => {
    expect(apply([1, 3, 16, 16], { mode: "linear" }).work).toEqual({ multiply: 3_072, add: 2_304 }); // 768 · 4; 768 · 3
    expect(apply([1, 3, 8, 16], { mode: "linear" }).work).toEqual({ multiply: 768, add: 384 }); // 384 · 2; 384 · 1
    expect(apply([1, 3, 16, 16], { mode: "cubic" }).work).toEqual({ multiply: 12_288, add: 11_520 }); // 768 · 16; 768 · 15
  });

  it("takes in what shrinking passes over", () => {
    const shrunk = { mode: "linear", antialias: true };
    expect(apply([1, 3, 4, 8], shrunk).work).toEqual({ multiply: 384, add: 288 }); // 96 · (2 · 8 / 4); 96 · 3
    expect(apply([1, 3, 16, 3], shrunk).work).toEqual({ multiply: 1_728, add: 1_584 }); // 144 · 2 · ⌈2 · 8 / 3⌉; 144 · 11
  });

  it("keeps the number of dimensions", () => {
    expect(() => apply([3, 16, 16])).toThrow("the output's shape has 3 dimensions, the input 4");
  });

  it("has a short form: a scale", () => {
    expect(expand(resize, float32(1, 3, 5, 6), { scale: 2 })).toMatchObject({ shape: [1, 3, 10, 12] });
    expect(expand(resize, float32(1, 5, 6, 3), { scale: [0.5, 2], layout: "channels-last" })).toMatchObject({ shape: [1, 2, 12, 3] });
    expect(() => expand(resize, float32(1, 3, 5, 6), {})).toThrow("give either shape or scale");
  });

  layerTypeSuite(resize, {
    cases: [
      { inputs: { x: float32(1, 3, 8, 8) }, attributes: { shape: [1, 3, 16, 16] } },
      { inputs: { x: float32(1, 3, 8, 8) }, attributes: { shape: [1, 3, 4, 8], mode: "linear", antialias: true } },
    ],
  });
});
