import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { dequantize } from "./dequantize.ts";

describe("dequantize", () => {
  it("computes in the scale's dtype", () => {
    const x = tensor("int8", [2, 3]);
    expect(describeLayer(dequantize, { x, scale: float32(3), zeroPoint: tensor("int8", [3]) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: { convert: 6, add: 6, multiply: 6 },
      compute: "float32",
    });
    expect(describeLayer(dequantize, { x, scale: float32() }, { dtype: "float16" })).toMatchObject({
      outputs: [{ dtype: "float16" }],
      work: { convert: 6, multiply: 6 },
      compute: "float16",
    });
  });

  it("refuses scales that do not fit", () => {
    expect(() => describeLayer(dequantize, { x: tensor("int8", [2, 3]), scale: float32(2) })).toThrow(
      "scales of 2 do not fit 2×3 along axis 1",
    );
  });

  layerTypeSuite(dequantize, {
    cases: [
      { inputs: { x: tensor("int8", [2, 3]), scale: float32(3), zeroPoint: tensor("int8", [3]) }, batch: { x: 0 } },
      { inputs: { x: tensor("int8", [2, 3]), scale: float32() }, attributes: { dtype: "float16" }, batch: { x: 0 } },
    ],
  });
});
