import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { fft } from "./fft.ts";

describe("fft", () => {
  it("transforms each line", () => {
    // 3 lines of 8 points: 4 · log2 8 = 12 butterflies each, of 4 multiplications and 6 adds
    expect(describeLayer(fft, { x: tensor("complex64", [3, 8]) })).toMatchObject({
      outputs: [{ dtype: "complex64", shape: [3, 8] }],
      work: { multiply: 144, add: 216 },
      status: "estimate",
    });
    // the inverse multiplies 3 · 8 · 2 real numbers
    expect(describeLayer(fft, { x: tensor("complex64", [3, 8]) }, { inverse: true }).work).toEqual({ multiply: 192, add: 216 });
  });

  it("leaves half of the transform of real numbers, at half the cost", () => {
    expect(describeLayer(fft, { x: float32(3, 8) }, { output: "half" })).toMatchObject({
      outputs: [{ dtype: "complex64", shape: [3, 5] }],
      work: { multiply: 72, add: 108 },
    });
    expect(describeLayer(fft, { x: tensor("complex64", [3, 5]) }, { output: "real", inverse: true }).outputs).toEqual([
      { dtype: "float32", shape: [3, 8] },
    ]);
  });

  it("cuts or fills up to a length, along any axis", () => {
    expect(describeLayer(fft, { x: tensor("complex64", [6, 2]) }, { axis: 0, length: 16 }).outputs[0]).toMatchObject({ shape: [16, 2] });
    expect(describeLayer(fft, { x: float32(6, 2) }, { axis: 0, length: 5, output: "half" }).outputs[0]).toMatchObject({ shape: [3, 2] });
  });

  it("reads complex numbers as pairs", () => {
    expect(describeLayer(fft, { x: float32(1, 10, 10, 1) }, { axis: 1, pairs: true }).outputs[0]).toMatchObject({
      dtype: "float32",
      shape: [1, 10, 10, 2],
    });
    expect(describeLayer(fft, { x: float32(1, 10, 10, 1) }, { axis: 2, pairs: true, output: "half" }).outputs[0]).toMatchObject({
      shape: [1, 10, 6, 2],
    });
    // 4 lines of 8 points whether they are real or complex; complex ones at full cost
    expect(describeLayer(fft, { x: float32(4, 8, 2) }, { axis: 1, pairs: true }).work).toEqual({ multiply: 192, add: 288 });
    expect(describeLayer(fft, { x: float32(4, 8, 1) }, { axis: 1, pairs: true }).work).toEqual({ multiply: 96, add: 144 });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(fft, { x: float32(4, 8, 3) }, { axis: 1, pairs: true })).toThrow(
      "the last dimension is 3, and holds no complex numbers apart from axis 1",
    );
    expect(() => describeLayer(fft, { x: tensor("complex64", [8]) }, { output: "half" })).toThrow(
      "half of a transform follows from real input only",
    );
    expect(() => describeLayer(fft, { x: tensor("complex64", [0]) })).toThrow("there is nothing to transform");
  });

  layerTypeSuite(fft, {
    cases: [
      { inputs: { x: tensor("complex64", [3, 8]) }, batch: { x: 0 } },
      { inputs: { x: float32(1, 10, 10, 1) }, attributes: { axis: 2, pairs: true, output: "half" }, batch: { x: 0 } },
      { inputs: { x: tensor("complex64", [3, 5]) }, attributes: { output: "real", inverse: true }, batch: { x: 0 } },
    ],
  });
});
