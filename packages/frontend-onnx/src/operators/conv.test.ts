import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { convOperator } from "./conv.ts";

describe("Conv", () => {
  const inputs = { x: float32(1, 4, 9, 9), weight: stored(float32(6, 2, 3, 3)), bias: stored(float32(6)) };

  it("reads filters and kernel off the weight, which rides along", () => {
    const attributes = { group: 2, strides: [2, 2], dilations: [1, 1], pads: [1, 1, 1, 1] };
    expect(translated(convOperator, 11, inputs, { attributes })).toEqual([
      {
        type: "conv",
        attributes: { filters: 6, kernel: [3, 3], strides: [2, 2], dilations: [1, 1], pads: [1, 1, 1, 1], groups: 2, bias: true },
        inputs: ["x"],
        weights: ["weight", "bias"],
        outputs: ["y"],
      },
    ]);
  });

  it("takes a weight that is computed", () => {
    const [layer] = translated(convOperator, 11, { x: float32(1, 2, 9), weight: float32(6, 2, 3) });
    expect(layer).toMatchObject({ attributes: { filters: 6, kernel: [3], groups: 1, bias: false }, inputs: ["x"], weights: ["weight"] });
  });

  it("pads so that the output has ⌈size / stride⌉ elements", () => {
    const pads = (auto_pad: string, size: number): unknown => {
      const x = float32(1, 2, size);
      const weight = stored(float32(6, 2, 4));
      return translated(convOperator, 11, { x, weight }, { attributes: { auto_pad, strides: [2] } })[0]?.attributes["pads"];
    };
    expect(pads("SAME_UPPER", 9)).toEqual([1, 2]); // (5 − 1) · 2 + 4 − 9 = 3
    expect(pads("SAME_LOWER", 9)).toEqual([2, 1]);
    expect(pads("SAME_UPPER", 8)).toEqual([1, 1]); // (4 − 1) · 2 + 4 − 8 = 2
    expect(pads("VALID", 9)).toBeUndefined();
    expect(() => pads("SAME", 9)).toThrow('Conv "node": attribute auto_pad is "SAME", not one of NOTSET, SAME_UPPER, SAME_LOWER, VALID');
  });

  it("refuses a weight that does not fit", () => {
    expect(() => translated(convOperator, 11, inputs)).toThrow('Conv "node": the input has 4 channels, the weight expects 2');
    expect(() => translated(convOperator, 11, { ...inputs, x: float32(1, 4, 9) })).toThrow("the weight is 6×2×3×3, the input 1×4×9");
    expect(() => translated(convOperator, 11, inputs, { attributes: { group: 2, kernel_shape: [3, 5] } })).toThrow(
      "kernel_shape is 3×5, the weight's kernel is 3×3",
    );
  });
});
