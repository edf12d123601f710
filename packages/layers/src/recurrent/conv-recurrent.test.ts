import { expand } from "../../test/expand.ts";
import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { convRecurrent } from "./conv-recurrent.ts";

const x = float32(2, 5, 8, 8, 3); // 2 samples, 5 steps
const attributes = { filters: 4, kernel: [3, 3], layout: "channels-last", bias: true };

describe("conv-recurrent", () => {
  it("convolves input and state at each step", () => {
    const { outputs, work } = describeLayer(convRecurrent, { x }, attributes);
    expect(outputs).toEqual([
      { dtype: "float32", shape: [2, 5, 6, 6, 4] },
      { dtype: "float32", shape: [2, 6, 6, 4] },
      { dtype: "float32", shape: [2, 6, 6, 4] },
    ]);
    // 2 · 5 · 6 · 6 · 4 = 1,440 elements of the state
    expect(work).toEqual({
      mac: 362_880, // 1,440 · 4 · 9 · (3 + 4)
      add: 11_520, // 1,440 · (4 biases + 3 in sigmoids + 1 in the cell)
      multiply: 4_320,
      exp: 4_320,
      divide: 4_320,
      tanh: 2_880,
    });
  });

  it("gives out the last step alone, and takes channels first", () => {
    const first = { filters: 4, kernel: [3], pads: [1, 1], strides: [2], returns: "last" };
    const { outputs } = describeLayer(convRecurrent, { x: float32(2, 5, 3, 8) }, first);
    expect(outputs.map((output) => "shape" in output && output.shape)).toEqual([
      [2, 4, 4],
      [2, 4, 4],
      [2, 4, 4],
    ]);
  });

  it("holds kernels for input and state", () => {
    expect(weightsOf(convRecurrent, { x }, attributes)).toEqual({
      weight: [16, 3, 3, 3],
      recurrentWeight: [16, 4, 3, 3],
      bias: { shape: [16], role: "bias" },
    });
  });

  it("takes sequences of feature maps", () => {
    expect(() => describeLayer(convRecurrent, { x: float32(2, 5) }, attributes)).toThrow(
      "a sequence of feature maps has at least 3 dimensions (batch, steps, channels), not 2",
    );
    expect(() => describeLayer(convRecurrent, { x: float32(2, 5, 8, 3) }, attributes)).toThrow(
      "the input has 1 spatial dimensions, the kernel has 2",
    );
  });

  it("has short forms", () => {
    expect(expand(convRecurrent, float32(2, 5, 3, 8, 8), { filters: 4, kernel: 3, padding: "same" })).toMatchObject({
      kernel: [3, 3],
      pads: [1, 1, 1, 1],
    });
  });

  layerTypeSuite(convRecurrent, {
    cases: [
      {
        inputs: { x: float32(2, 5, 8, 8, 3) },
        attributes: { filters: 4, kernel: [3, 3], layout: "channels-last", bias: true },
        batch: { x: 0 },
      },
      {
        inputs: { x: float32(2, 5, 3, 8) },
        attributes: { filters: 4, kernel: [3], pads: [1, 1], strides: [2], returns: "last" },
        batch: { x: 0 },
      },
    ],
  });
});
