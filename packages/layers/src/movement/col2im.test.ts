import { describeLayer, float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { col2im } from "./col2im.ts";

describe("col2im", () => {
  it("adds each column element into the image", () => {
    // A 1×5 window over a 5×5 image: 5 · 1 positions
    expect(describeLayer(col2im, { x: float32(1, 10, 5) }, { imageShape: [5, 5], kernel: [1, 5] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 2, 5, 5] }],
      work: { add: 50 },
    });
    // ⌊(5 + 2 − 3) / 2⌋ + 1 = 3 in each dimension
    const window = { imageShape: [5, 5], kernel: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] };
    expect(describeLayer(col2im, { x: float32(2, 9, 9) }, window).outputs[0]).toMatchObject({ shape: [2, 1, 5, 5] });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(col2im, { x: float32(1, 9, 5) }, { imageShape: [5, 5], kernel: [1, 5] })).toThrow(
      "1×9×5 does not hold columns of 5 elements",
    );
    expect(() => describeLayer(col2im, { x: float32(1, 10, 4) }, { imageShape: [5, 5], kernel: [1, 5] })).toThrow(
      "there are 4 columns, a window over 5×5 has 5",
    );
  });
});
