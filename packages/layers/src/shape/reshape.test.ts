import { expand } from "../../test/expand.ts";
import { describeLayer, float32, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { reshape } from "./reshape.ts";

const apply = (shape: readonly number[], x = float32(2, 3, 4)) => describeLayer(reshape, { x }, { shape });

describe("reshape", () => {
  it("is a view that costs nothing", () => {
    expect(apply([6, 4])).toMatchObject({
      outputs: [{ dtype: "float32", shape: [6, 4] }],
      work: {},
      aliases: [{ output: 0, input: 0, kind: "view" }],
    });
  });

  it("finds the size that is left open", () => {
    expect(apply([4, -1]).outputs[0]).toMatchObject({ shape: [4, 6] }); // 24 / 4
    expect(apply([-1], float32()).outputs[0]).toMatchObject({ shape: [1] });
    expect(apply([-1, 3], float32(0, 3)).outputs[0]).toMatchObject({ shape: [0, 3] });
  });

  it("hands on values", () => {
    expect(apply([2, 1], int64Values(5, 6)).values).toEqual([[5, 6]]);
  });

  it("refuses another number of elements", () => {
    expect(() => apply([5, 5])).toThrow("2×3×4 does not fit into 5×5: 24 elements, not 25");
    expect(() => apply([5, -1])).toThrow("2×3×4 does not fit into 5×-1: 24 elements, not 20");
    expect(() => apply([-1, -1])).toThrow("more than one size of -1×-1 is −1");
    expect(() => apply([0, -1], float32(0))).toThrow("what −1 stands for in 0×-1 cannot be told beside a size of 0");
    expect(() => apply([1.5])).toThrow("attribute shape[0]: must be a whole number");
  });

  it("estimates where the input's sizes are a bound that does not fit", () => {
    const x = { ...float32(100), status: "at-most" as const };
    expect(reshape.describe({ attributes: { shape: [30, 4] }, inputs: { x }, bodies: [] }).outputs).toEqual([
      { dtype: "float32", shape: [30, 4], status: "estimate" },
    ]);
  });

  it("has a short form: flattening", () => {
    expect(expand(reshape, float32(2, 3, 4, 5), { flatten: 1 })).toEqual({ shape: [2, 60] });
    expect(expand(reshape, float32(2, 3, 4, 5), { flatten: -2 })).toEqual({ shape: [2, 3, 20] });
    expect(() => expand(reshape, float32(2, 3), {})).toThrow("give either shape or flatten");
  });

  layerTypeSuite(reshape, {
    cases: [{ inputs: { x: float32(2, 3, 4) }, attributes: { shape: [6, 4] } }],
  });
});
