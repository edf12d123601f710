import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { quantize } from "./quantize.ts";

describe("quantize", () => {
  it("counts every step of the formula", () => {
    expect(describeLayer(quantize, { x: float32(2, 3), scale: float32(), zeroPoint: tensor("int8", []) }, { dtype: "int8" })).toMatchObject(
      {
        outputs: [{ dtype: "int8", shape: [2, 3] }],
        work: { divide: 6, round: 6, add: 6, compare: 12, convert: 6 },
      },
    );
    expect(describeLayer(quantize, { x: float32(2, 3), scale: float32(1) }).work).toEqual({ divide: 6, round: 6, compare: 12, convert: 6 });
  });

  it("takes a scale for each index along an axis, or for each block", () => {
    expect(describeLayer(quantize, { x: float32(2, 3, 4), scale: float32(3) }).outputs[0]).toMatchObject({ shape: [2, 3, 4] });
    expect(describeLayer(quantize, { x: float32(2, 10), scale: float32(2, 3) }, { blockSize: 4 }).outputs[0]).toMatchObject({
      shape: [2, 10],
    }); // ⌈10 / 4⌉ = 3
  });

  it("refuses scales that do not fit", () => {
    expect(() => describeLayer(quantize, { x: float32(2, 3), scale: float32(4) })).toThrow("scales of 4 do not fit 2×3 along axis 1");
    expect(() => describeLayer(quantize, { x: float32(2, 10), scale: float32(2, 2) }, { blockSize: 4 })).toThrow(
      "scales of 2×2 do not fit 2×10 along axis 1",
    );
    expect(() => describeLayer(quantize, { x: float32(2, 3), scale: float32(3), zeroPoint: tensor("uint8", []) })).toThrow(
      "there are scales of 3 and zero points of scalar",
    );
    expect(() => describeLayer(quantize, { x: float32(3), scale: float32(3) })).toThrow("axis 1 lies outside a tensor of 1 dimensions");
  });

  layerTypeSuite(quantize, {
    cases: [
      { inputs: { x: float32(2, 3), scale: float32(), zeroPoint: tensor("int8", []) }, attributes: { dtype: "int8" }, batch: { x: 0 } },
      { inputs: { x: float32(2, 3, 4), scale: float32(3) }, batch: { x: 0 } },
      { inputs: { x: float32(2, 10), scale: float32(2, 3) }, attributes: { blockSize: 4 }, batch: { x: 0, scale: 0 } },
    ],
  });
});
