import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { complex } from "./complex.ts";

describe("complex", () => {
  it("is twice as wide as its parts", () => {
    expect(describeLayer(complex, { real: float32(2, 3), imaginary: float32(3) })).toMatchObject({
      outputs: [{ dtype: "complex64", shape: [2, 3] }],
      work: {},
    });
    expect(describeLayer(complex, { real: tensor("float64", []), imaginary: tensor("float64", []) }).outputs[0]).toMatchObject({
      dtype: "complex128",
    });
  });

  it("refuses other parts", () => {
    expect(() => describeLayer(complex, { real: int64(2), imaginary: int64(2) })).toThrow(
      "the parts of complex numbers are float32 or float64, not int64",
    );
  });

  layerTypeSuite(complex, {
    cases: [
      { inputs: { real: float32(2, 3), imaginary: float32(3) }, batch: { real: 0 } },
      { inputs: { real: tensor("float64", []), imaginary: tensor("float64", []) } },
    ],
  });
});
