import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { triangular } from "./triangular.ts";

const x = tensor("int64", [2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

describe("triangular", () => {
  it("keeps the shape, and computes nothing", () => {
    expect(describeLayer(triangular, { x: float32(5, 4, 4) }, { from: 0 })).toMatchObject({ outputs: [{ shape: [5, 4, 4] }], work: {} });
  });

  it("keeps diagonals", () => {
    expect(describeLayer(triangular, { x }, { from: 0 }).values).toEqual([[1, 2, 3, 0, 5, 6, 7, 8, 9, 0, 11, 12]]);
    expect(describeLayer(triangular, { x }, { to: 0 }).values).toEqual([[1, 0, 0, 4, 5, 0, 7, 0, 0, 10, 11, 0]]);
    expect(describeLayer(triangular, { x }, { from: 1, to: 1 }).values).toEqual([[0, 2, 0, 0, 0, 6, 0, 8, 0, 0, 0, 12]]);
  });

  it("refuses a vector", () => {
    expect(() => describeLayer(triangular, { x: float32(3) })).toThrow("3 holds no matrices");
  });

  layerTypeSuite(triangular, {
    cases: [
      { inputs: { x: float32(5, 4, 4) }, attributes: { from: 0 }, batch: { x: 0 } },
      { inputs: { x: tensor("int64", [2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) }, attributes: { to: 0 } },
    ],
  });
});
