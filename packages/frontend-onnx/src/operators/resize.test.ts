import { float32, int64, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, stored, translated } from "../../test/translated.ts";
import { resizeOperator, upsampleOperator } from "./resize.ts";

const x = float32(1, 3, 8, 10);
const scales = (...values: number[]) => stored(tensor("float32", [values.length], values));
const sizes = (...values: number[]) => stored(tensor("int64", [values.length], values));

describe("Resize", () => {
  const shapeOf = (inputs: Parameters<typeof translated>[2], attributes = {}, version = 19): unknown =>
    translated(resizeOperator, version, { x, ...inputs }, { attributes })[0]?.attributes["shape"];

  it("multiplies sizes by scales in float32, and rounds down", () => {
    expect(shapeOf({ roi: undefined, scales: scales(1, 1, 2.5, 0.65) })).toEqual([1, 3, 20, 6]); // 6.5
    expect(shapeOf({ scales: scales(1, 1, 2, 2) }, {}, 10)).toEqual([1, 3, 16, 20]);
    // 0.1 as a float32 is a little more than a tenth, and the product rounds to 1.
    expect(shapeOf({ roi: undefined, scales: scales(1, 1, 1, Math.fround(0.1)) })).toEqual([1, 3, 8, 1]);
  });

  it("takes sizes as they are, of all axes or some", () => {
    expect(shapeOf({ roi: undefined, scales: undefined, sizes: sizes(1, 3, 5, 7) })).toEqual([1, 3, 5, 7]);
    expect(shapeOf({ roi: undefined, scales: scales(), sizes: sizes(1, 3, 5, 7) }, {}, 11)).toEqual([1, 3, 5, 7]);
    expect(shapeOf({ roi: undefined, scales: undefined, sizes: sizes(7, 5) }, { axes: [3, -2] })).toEqual([1, 3, 5, 7]);
  });

  it("keeps the ratio of the sides", () => {
    const policy = (keep_aspect_ratio_policy: string): unknown =>
      shapeOf({ roi: undefined, scales: undefined, sizes: sizes(12, 12) }, { axes: [2, 3], keep_aspect_ratio_policy });
    expect(policy("not_larger")).toEqual([1, 3, 10, 12]); // min(12 / 8, 12 / 10) = 1.2: 9.6 and 12
    expect(policy("not_smaller")).toEqual([1, 3, 12, 15]); // 1.5
    expect(policy("stretch")).toEqual([1, 3, 12, 12]);
  });

  it("scales the region that it crops", () => {
    const attributes = { coordinate_transformation_mode: "tf_crop_and_resize" };
    const roi = scales(0, 0, 0.25, 0, 1, 1, 0.75, 0.5);
    expect(shapeOf({ roi, scales: scales(1, 1, 2, 2) }, attributes)).toEqual([1, 3, 8, 10]); // 8 · 0.5 · 2, 10 · 0.5 · 2
    expect(shapeOf({ roi, scales: scales(1, 1, 2, 2) })).toEqual([1, 3, 16, 20]);
  });

  it("reads mode and antialiasing", () => {
    const inputs = { x, roi: undefined, scales: scales(1, 1, 2, 2) };
    expect(translated(resizeOperator, 19, inputs, { attributes: { mode: "cubic", antialias: 1 } })).toEqual([
      {
        type: "resize",
        attributes: { shape: [1, 3, 16, 20], mode: "cubic", antialias: true },
        inputs: ["x"],
        weights: ["scales"],
        outputs: ["y"],
      },
    ]);
  });

  it("keeps the declared shape where only a run tells it, or says that it does not know", () => {
    const inputs = { x, roi: undefined, scales: undefined, sizes: int64(4) };
    const declared = { y: float32(1, 3, 9, 9) };
    expect(translated(resizeOperator, 19, inputs, { declared })[0]).toMatchObject({ type: "resize", attributes: { shape: [1, 3, 9, 9] } });
    expect(translated(resizeOperator, 19, inputs)[0]?.type).toBe("Resize");
  });

  it("refuses scales that are none", () => {
    expect(() => shapeOf({ roi: undefined, scales: scales(1, 2) })).toThrow("there are 2 scales for 4 axes");
    expect(() => shapeOf({ roi: undefined, scales: scales(1, 1, 0, 1) })).toThrow("a scale of 0 is no scale");
    expect(() => shapeOf({ roi: undefined, scales: scales(2) }, { axes: [4] })).toThrow("axes 4 lie outside a tensor of 4 dimensions");
  });
});

describe("Upsample", () => {
  const apply = (version: number, attributes = {}, inputs = {}) =>
    translated(upsampleOperator, version, { x, ...inputs }, { attributes })[0]?.attributes;

  it("has its scales where its version puts them", () => {
    const doubled = { shape: [1, 3, 16, 20], mode: "nearest" };
    expect(apply(1, { height_scale: float(2), width_scale: float(2) })).toEqual(doubled);
    expect(apply(7, { scales: [float(1), float(1), float(2), float(2)] })).toEqual(doubled);
    expect(apply(9, {}, { scales: scales(1, 1, 2, 2) })).toEqual(doubled);
    expect(apply(1, { height_scale: float(2), width_scale: float(1), mode: "bilinear" })).toMatchObject({ mode: "linear" });
  });
});
