import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { complexPart } from "./complex-part.ts";

describe("complex-part", () => {
  it("copies a part", () => {
    expect(describeLayer(complexPart, { x: tensor("complex64", [5]) }, { part: "imaginary" })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [5] }],
      work: {},
    });
  });

  it("computes a magnitude", () => {
    expect(describeLayer(complexPart, { x: tensor("complex128", [5]) }, { part: "magnitude" })).toMatchObject({
      outputs: [{ dtype: "float64", shape: [5] }],
      work: { multiply: 10, add: 5, sqrt: 5 },
    });
  });

  it("refuses real numbers", () => {
    expect(() => describeLayer(complexPart, { x: float32(5) }, { part: "real" })).toThrow("float32 has no complex numbers");
  });

  layerTypeSuite(complexPart, {
    cases: [{ inputs: { x: tensor("complex64", [5]) }, attributes: { part: "imaginary" }, batch: { x: 0 } }],
  });
});
