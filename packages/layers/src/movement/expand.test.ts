import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { expand } from "./expand.ts";

describe("expand", () => {
  it("broadcasts both ways, and computes nothing", () => {
    expect(describeLayer(expand, { x: float32(3, 1) }, { shape: [2, 1, 6] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3, 6] }],
      work: {},
    });
    expect(describeLayer(expand, { x: float32() }, { shape: [0] }).outputs[0]).toMatchObject({ shape: [0] });
  });

  it("repeats values", () => {
    expect(describeLayer(expand, { x: tensor("int64", [2, 1], [1, 2]) }, { shape: [2, 3] }).values).toEqual([[1, 1, 1, 2, 2, 2]]);
    expect(describeLayer(expand, { x: int64Values(1, 2) }, { shape: [2, 1] }).values).toEqual([[1, 2, 1, 2]]);
  });

  it("refuses what does not broadcast", () => {
    expect(() => describeLayer(expand, { x: float32(3) }, { shape: [2] })).toThrow("shapes 3 and 2 do not broadcast: 3 against 2");
  });

  layerTypeSuite(expand, {
    cases: [{ inputs: { x: float32(3, 1) }, attributes: { shape: [2, 1, 6] }, batch: { x: 0 } }],
  });
});
