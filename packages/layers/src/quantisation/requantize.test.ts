import { describeLayer, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { requantize } from "./requantize.ts";

describe("requantize", () => {
  it("scales, rounds, shifts and saturates each element in place", () => {
    expect(describeLayer(requantize, { x: tensor("uint8", [2, 3]) })).toMatchObject({
      outputs: [{ dtype: "uint8", shape: [2, 3] }],
      work: { multiply: 6, round: 6, add: 6, compare: 12 },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
    });
    expect(describeLayer(requantize, { x: tensor("int32", [2]) }, { dtype: "int8" }).outputs).toEqual([{ dtype: "int8", shape: [2] }]);
  });

  layerTypeSuite(requantize, {
    cases: [
      { inputs: { x: tensor("uint8", [2, 3]) }, batch: { x: 0 } },
      { inputs: { x: tensor("int32", [2]) }, attributes: { dtype: "int8" }, batch: { x: 0 } },
    ],
  });
});
