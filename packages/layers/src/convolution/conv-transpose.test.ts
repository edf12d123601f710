import { expand } from "../../test/expand.ts";
import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { conv } from "./conv.ts";
import { convTranspose } from "./conv-transpose.ts";

describe("conv-transpose", () => {
  it("spreads each input element over a kernel", () => {
    const attributes = { filters: 16, kernel: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1], outputPads: [1, 1], bias: true };
    const { outputs, work } = describeLayer(convTranspose, { x: float32(2, 32, 7, 7) }, attributes);
    expect(outputs[0]).toEqual({ dtype: "float32", shape: [2, 16, 14, 14] }); // 6 · 2 + 3 − 2 + 1
    expect(work).toEqual({ mac: 451_584, add: 6_272 }); // 2 · 32 · 7 · 7 · 16 · 9; 2 · 16 · 14 · 14
  });

  it("gives each group its share of the filters, and takes channels last", () => {
    const attributes = { filters: 6, kernel: [2], groups: 3, dilations: [3], layout: "channels-last" };
    expect(describeLayer(convTranspose, { x: float32(1, 5, 9) }, attributes)).toMatchObject({
      outputs: [{ shape: [1, 8, 6] }], // 4 + 4
      work: { mac: 180 }, // 45 · (6 / 3) · 2
      products: [{ count: 3, rows: 5, columns: 4, depth: 3 }],
    });
  });

  it("holds a kernel for each input channel", () => {
    const attributes = { filters: 6, kernel: [2], groups: 3, layout: "channels-last", bias: true };
    expect(weightsOf(convTranspose, { x: float32(1, 5, 9) }, attributes)).toEqual({
      weight: [9, 2, 2],
      bias: { shape: [6], role: "bias" },
    });
  });

  it("leaves nothing of nothing", () => {
    expect(describeLayer(convTranspose, { x: float32(1, 4, 0, 2) }, { filters: 4, kernel: [3, 3] })).toMatchObject({
      outputs: [{ shape: [1, 4, 0, 4] }],
      work: { mac: 0 },
    });
  });

  it("refuses what does not fit", () => {
    const x = float32(1, 4, 1, 1);
    expect(() => describeLayer(convTranspose, { x }, { filters: 4, kernel: [2, 2], groups: 3 })).toThrow(
      "4 input channels do not divide into 3 groups",
    );
    expect(() => describeLayer(convTranspose, { x }, { filters: 4, kernel: [2, 2], pads: [2, 0, 1, 0] })).toThrow(
      "pads of 2 and 1 take away more than the 2 of spatial dimension 0",
    );
    expect(() => describeLayer(convTranspose, { x }, { filters: 4, kernel: [2, 2], outputPads: [1] })).toThrow(
      "outputPads has 1 entries, 2 are expected for a kernel of 2 dimensions",
    );
  });

  it("costs what the convolution costs that it is the gradient of", () => {
    const small = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(small, small, small, small, (channels, filters, kernel, stride) => {
        const window = { kernel: [kernel], strides: [stride] };
        const forward = describeLayer(conv, { x: float32(2, channels, 23) }, { filters, ...window });
        const y = forward.outputs[0] as ReturnType<typeof float32>;
        const back = describeLayer(convTranspose, { x: y }, { filters: channels, ...window });
        expect(back.work.mac).toBe(forward.work.mac);
      }),
    );
  });

  it("has short forms", () => {
    // "same": 3 · 2 − (4 − 2) = 8 = 4 · 2
    expect(expand(convTranspose, float32(1, 8, 4, 4), { filters: 8, kernel: 4, strides: 2, padding: "same" })).toMatchObject({
      kernel: [4, 4],
      strides: [2, 2],
      pads: [1, 1, 1, 1],
    });
  });

  layerTypeSuite(convTranspose, {
    cases: [
      {
        inputs: { x: float32(2, 32, 7, 7) },
        attributes: { filters: 16, kernel: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1], outputPads: [1, 1], bias: true },
        batch: { x: 0 },
      },
      {
        inputs: { x: float32(1, 5, 9) },
        attributes: { filters: 6, kernel: [2], groups: 3, dilations: [3], layout: "channels-last" },
        batch: { x: 0 },
      },
    ],
  });
});
