import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { bitcast } from "./bitcast.ts";

describe("bitcast", () => {
  it("is a view of the same bits", () => {
    expect(describeLayer(bitcast, { x: float32(2, 3) }, { dtype: "int32" })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [2, 3] }],
      work: {},
      aliases: [{ output: 0, input: 0, kind: "view" }],
    });
  });

  it("splits wide elements, and joins narrow ones", () => {
    expect(describeLayer(bitcast, { x: float32(2, 3) }, { dtype: "uint8" }).outputs[0]).toMatchObject({ shape: [2, 3, 4] });
    expect(describeLayer(bitcast, { x: tensor("uint8", [2, 3, 8]) }, { dtype: "float64" }).outputs[0]).toMatchObject({ shape: [2, 3] });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(bitcast, { x: tensor("uint8", [2, 3]) }, { dtype: "float64" })).toThrow(
      "the last dimension must be 8, to be read as float64",
    );
    expect(() => describeLayer(bitcast, { x: tensor("string", [2]) }, { dtype: "uint8" })).toThrow("string has no fixed width");
  });

  layerTypeSuite(bitcast, {
    cases: [
      { inputs: { x: float32(2, 3) }, attributes: { dtype: "int32" }, batch: { x: 0 } },
      { inputs: { x: tensor("uint8", [2, 3, 8]) }, attributes: { dtype: "float64" }, batch: { x: 0 } },
    ],
  });
});
