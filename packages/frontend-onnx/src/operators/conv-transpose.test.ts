import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { convTransposeOperator } from "./conv-transpose.ts";

describe("ConvTranspose", () => {
  const inputs = { x: float32(1, 4, 5), weight: stored(float32(4, 3, 4)) };
  const apply = (node: Parameters<typeof translated>[3]) => translated(convTransposeOperator, 11, inputs, node)[0];

  it("reads filters off the weight's second dimension", () => {
    expect(apply({ attributes: { group: 2, strides: [2], pads: [1, 2], output_padding: [1] } })).toEqual({
      type: "conv-transpose",
      attributes: { filters: 6, kernel: [4], strides: [2], pads: [1, 2], outputPads: [1], groups: 2, bias: false },
      inputs: ["x"],
      weights: ["weight"],
      outputs: ["y"],
    });
  });

  it("pads down to the output that is asked for, or up to it", () => {
    // Without padding: 4 · 2 + 4 = 12 elements.
    expect(apply({ attributes: { strides: [2], output_shape: [9] } })?.attributes).toMatchObject({ pads: [2, 1], outputPads: [0] });
    expect(apply({ attributes: { strides: [2], output_shape: [1, 3, 14] } })?.attributes).toMatchObject({ pads: [0, 0], outputPads: [2] });
    expect(apply({ attributes: { strides: [2], output_shape: [9], auto_pad: "SAME_UPPER" } })?.attributes).toMatchObject({ pads: [1, 2] });
  });

  it("gives size × stride with auto_pad SAME", () => {
    expect(apply({ attributes: { strides: [2], auto_pad: "SAME_UPPER" } })?.attributes).toMatchObject({ pads: [1, 1], outputPads: [0] });
    expect(apply({ attributes: { strides: [2], dilations: [2], auto_pad: "SAME_LOWER" } })?.attributes).toMatchObject({ pads: [3, 2] }); // 8 + 7 − 10
    expect(apply({ attributes: { auto_pad: "VALID", pads: [1, 1] } })?.attributes).not.toHaveProperty("pads");
  });

  it("refuses a weight that does not fit", () => {
    expect(() => translated(convTransposeOperator, 11, { ...inputs, x: float32(1, 3, 5) })).toThrow(
      "the input has 3 channels, the weight expects 4",
    );
  });
});
