import { describeLayer, float32, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { dropout } from "./dropout.ts";

describe("dropout", () => {
  it("passes its input on at inference", () => {
    expect(describeLayer(dropout, { x: float32(2, 3) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: {},
      aliases: [{ output: 0, input: 0, kind: "view" }],
    });
    expect(describeLayer(dropout, { x: int64Values(1, 2) }, { mask: true }).values).toEqual([[1, 2], undefined]);
  });

  it("drops at random when training", () => {
    expect(describeLayer(dropout, { x: float32(2, 3) }, { training: true })).toEqual({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: { random: 6, compare: 6, multiply: 6 },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
      values: [undefined],
    });
  });

  it("gives out the mask", () => {
    expect(describeLayer(dropout, { x: float32(2) }, { mask: true }).outputs[1]).toEqual({ dtype: "bool", shape: [2] });
    expect(describeLayer(dropout, { x: float32(2) }, { mask: true, maskDtype: "float32" }).outputs[1]).toMatchObject({ dtype: "float32" });
  });

  it("drops at least nothing and at most everything", () => {
    expect(() => describeLayer(dropout, { x: float32(2) }, { rate: 1.5 })).toThrow("attribute rate: must be from 0 to 1");
  });

  layerTypeSuite(dropout, {
    cases: [
      { inputs: { x: float32(2, 3) }, batch: { x: 0 } },
      { inputs: { x: float32(2) }, attributes: { mask: true, maskDtype: "float32" }, batch: { x: 0 } },
    ],
  });
});
