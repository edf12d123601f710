import { expand } from "../../test/expand.ts";
import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { conv } from "./conv.ts";

describe("conv", () => {
  it("counts the first layer of the lecture's AlexNet", () => {
    const attributes = { filters: 96, kernel: [11, 11], strides: [4, 4], pads: [2, 2, 2, 2] };
    const { outputs, work } = describeLayer(conv, { x: float32(1, 3, 224, 224) }, attributes);
    expect(outputs).toEqual([{ dtype: "float32", shape: [1, 96, 55, 55] }]); // ⌊(224 + 4 − 11) / 4⌋ + 1 = 55
    expect(work).toEqual({ mac: 105_415_200 }); // 96 · 55 · 55 · 3 · 11 · 11
  });

  it("gives each group its share of the channels", () => {
    const x = float32(1, 96, 27, 27);
    const { work, products } = describeLayer(conv, { x }, { filters: 256, kernel: [5, 5], pads: [2, 2, 2, 2], groups: 2 });
    expect(work).toEqual({ mac: 223_948_800 }); // 256 · 27 · 27 · (96 / 2) · 5 · 5
    expect(products).toEqual([{ count: 2, rows: 729, columns: 128, depth: 1200 }]); // 27 · 27 positions; 48 · 5 · 5 elements a window
    const depthwise = describeLayer(conv, { x }, { filters: 192, kernel: [3, 3], pads: [1, 1, 1, 1], groups: 96 });
    expect(depthwise.work).toEqual({ mac: 1_259_712 }); // 192 · 27 · 27 · 1 · 3 · 3
  });

  it("dilates, strides and pads each side on its own", () => {
    const attributes = { filters: 4, kernel: [3, 2], strides: [2, 1], dilations: [2, 3], pads: [1, 0, 2, 3], bias: true };
    const { outputs, work } = describeLayer(conv, { x: float32(2, 3, 10, 9) }, attributes);
    // ⌊(10 + 1 + 2 − 5) / 2⌋ + 1 = 5; 9 + 0 + 3 − 4 + 1 = 9
    expect(outputs[0]).toMatchObject({ shape: [2, 4, 5, 9] });
    expect(work).toEqual({ mac: 6_480, add: 360 }); // 360 elements · 3 · 6; one add each
  });

  it("has any spatial rank, and channels last", () => {
    expect(describeLayer(conv, { x: float32(1, 2, 10) }, { filters: 3, kernel: [4] })).toMatchObject({
      outputs: [{ shape: [1, 3, 7] }],
      work: { mac: 168 }, // 3 · 7 · 2 · 4
    });
    const x = float32(1, 4, 5, 6, 2);
    expect(describeLayer(conv, { x }, { filters: 3, kernel: [1, 2, 3], layout: "channels-last" })).toMatchObject({
      outputs: [{ shape: [1, 4, 4, 4, 3] }],
      work: { mac: 2_304 }, // 4 · 4 · 4 · 3 · 2 · 6
    });
  });

  it("holds a kernel for each filter", () => {
    const held = weightsOf(conv, { x: float32(1, 4, 9, 9) }, { filters: 8, kernel: [3, 5], groups: 2, bias: true });
    expect(held).toEqual({ weight: [8, 2, 3, 5], bias: { shape: [8], role: "bias" } });
  });

  it("sums narrow integers, and scales them back", () => {
    const x = tensor("uint8", [1, 1, 3, 3]);
    expect(describeLayer(conv, { x }, { filters: 1, kernel: [2, 2], dtype: "int32" })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [1, 1, 2, 2] }],
      work: { mac: 16 },
    });
    expect(describeLayer(conv, { x }, { filters: 1, kernel: [2, 2], bias: true }).work).toEqual({
      mac: 16,
      add: 8, // 4 of the bias, 4 of the zero point
      multiply: 4,
      round: 4,
      compare: 8,
    });
  });

  it("computes nothing of an empty batch", () => {
    expect(describeLayer(conv, { x: float32(0, 3, 8, 8) }, { filters: 4, kernel: [3, 3] })).toMatchObject({
      outputs: [{ shape: [0, 4, 6, 6] }],
      work: { mac: 0 },
    });
  });

  it("refuses what does not fit", () => {
    const x = float32(1, 3, 8, 8);
    expect(() => describeLayer(conv, { x }, { filters: 4, kernel: [1, 1], groups: 2 })).toThrow(
      "3 input channels do not divide into 2 groups",
    );
    expect(() => describeLayer(conv, { x }, { filters: 4, kernel: [1, 1], groups: 3 })).toThrow("4 filters do not divide into 3 groups");
    expect(() => describeLayer(conv, { x }, { filters: 4, kernel: [3] })).toThrow("the input has 2 spatial dimensions, the kernel has 1");
    expect(() => describeLayer(conv, { x }, { filters: 4, kernel: [3, 3], strides: [0, 1] })).toThrow(
      "attribute strides[0]: must be at least 1",
    );
    expect(() => describeLayer(conv, { x }, { kernel: [3, 3] })).toThrow("attribute filters: is missing");
    expect(() => describeLayer(conv, { x }, { filters: 4, kernel: [3, 3], padding: 1 })).toThrow('Unrecognized key: "padding"');
  });

  it("works in proportion to filters and batch, and more where it pads", () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(size, size, size, size, (batch, channels, filters, kernel) => {
        const macs = (attributes: object, n = batch): number =>
          describeLayer(conv, { x: float32(n, channels, 12, 12) }, { filters, kernel: [kernel, kernel], ...attributes }).work.mac!;
        expect(macs({ filters: 2 * filters })).toBe(2 * macs({}));
        expect(macs({}, 2 * batch)).toBe(2 * macs({}));
        expect(macs({ pads: [1, 1, 1, 1] })).toBeGreaterThan(macs({}));
      }),
    );
  });

  it("has short forms", () => {
    const x = float32(1, 32, 56, 56);
    expect(expand(conv, x, { filters: 64, kernel: 3, strides: 2, padding: 1 })).toMatchObject({
      kernel: [3, 3],
      strides: [2, 2],
      pads: [1, 1, 1, 1],
      groups: 1,
    });
    expect(expand(conv, x, { kernel: 3, groups: "channels" })).toMatchObject({ filters: 32, groups: 32 });
    expect(expand(conv, x, { kernel: 3, groups: "channels", filters: 64 })).toMatchObject({ filters: 64, groups: 32 });
    expect(() => expand(conv, x, { kernel: 3 })).toThrow('"filters" is missing: output channels');
  });

  layerTypeSuite(conv, {
    cases: [
      {
        inputs: { x: float32(1, 3, 224, 224) },
        attributes: { filters: 96, kernel: [11, 11], strides: [4, 4], pads: [2, 2, 2, 2] },
        batch: { x: 0 },
      },
      {
        inputs: { x: float32(2, 3, 10, 9) },
        attributes: { filters: 4, kernel: [3, 2], strides: [2, 1], dilations: [2, 3], pads: [1, 0, 2, 3], bias: true },
        batch: { x: 0 },
      },
      { inputs: { x: float32(1, 4, 5, 6, 2) }, attributes: { filters: 3, kernel: [1, 2, 3], layout: "channels-last" }, batch: { x: 0 } },
    ],
  });
});
