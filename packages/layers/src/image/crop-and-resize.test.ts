import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { cropAndResize } from "./crop-and-resize.ts";

describe("crop-and-resize", () => {
  const inputs = { x: float32(2, 64, 64, 3), boxes: float32(5, 4), boxImages: tensor("int32", [5]) };
  const attributes = { sizes: [7, 7], layout: "channels-last" };

  it("samples each box", () => {
    const { outputs, work, traffic } = describeLayer(cropAndResize, inputs, attributes);
    expect(outputs).toEqual([{ dtype: "float32", shape: [5, 7, 7, 3] }]);
    // 5 · 49 = 245 points, 735 values
    expect(work).toEqual({
      round: 490,
      add: 3_185, // 980 for fractions, 735 · 3
      multiply: 3_920, // 980 products of weights, 735 · 4
    });
    expect(traffic).toEqual({ read: 11_860 }); // 735 · 4 elements of 4 bytes, boxes of 5 · 4 · 4, 5 · 4
  });

  it("reads no more than there is", () => {
    const { traffic } = describeLayer(cropAndResize, { ...inputs, x: float32(1, 2, 2, 3) }, { ...attributes, mode: "nearest" });
    expect(traffic).toEqual({ read: 148 }); // 12 · 4 + 80 + 20
  });

  it("has an image for each box", () => {
    expect(() => describeLayer(cropAndResize, { ...inputs, boxImages: tensor("int32", [4]) }, attributes)).toThrow(
      "there are 5 boxes, and images for 4",
    );
    expect(() => describeLayer(cropAndResize, { ...inputs, boxes: float32(5, 5) }, attributes)).toThrow("boxes is 5×5, not 5×4");
  });

  layerTypeSuite(cropAndResize, {
    cases: [
      {
        inputs: { x: float32(2, 64, 64, 3), boxes: float32(5, 4), boxImages: tensor("int32", [5]) },
        attributes: { sizes: [7, 7], layout: "channels-last" },
        batch: { x: 0, boxes: 0, boxImages: 0 },
      },
    ],
  });
});
