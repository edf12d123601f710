import { expand } from "../../test/expand.ts";
import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { globalPool } from "./global-pool.ts";
import { pool } from "./pool.ts";

describe("pool", () => {
  it("finds the largest of each window", () => {
    const attributes = { function: "max", kernel: [3, 3], strides: [2, 2] };
    const { outputs, work } = describeLayer(pool, { x: float32(1, 96, 55, 55) }, attributes);
    expect(outputs).toEqual([{ dtype: "float32", shape: [1, 96, 27, 27] }]); // ⌊(55 − 3) / 2⌋ + 1
    expect(work).toEqual({ compare: 559_872 }); // 96 · 27 · 27 · 8
  });

  it("says where the largest stood", () => {
    const { outputs } = describeLayer(pool, { x: tensor("int8", [1, 2, 4]) }, { function: "max", kernel: [2], indices: true });
    expect(outputs).toEqual([
      { dtype: "int8", shape: [1, 2, 3] },
      { dtype: "int64", shape: [1, 2, 3] },
    ]);
    expect(() => describeLayer(pool, { x: float32(1, 2, 4) }, { function: "average", kernel: [2], indices: true })).toThrow(
      "average pooling has no indices",
    );
  });

  it("takes means and norms", () => {
    const apply = (attributes: object) =>
      describeLayer(pool, { x: float32(1, 4, 4, 3) }, { kernel: [2, 2], layout: "channels-last", ...attributes }).work; // 3 · 3 · 3 outputs
    expect(apply({ function: "average" })).toEqual({ add: 81, divide: 27 }); // 27 · 3
    expect(apply({ function: "lp" })).toEqual({ multiply: 108, add: 81, sqrt: 27 }); // 27 · 4 squares
    expect(apply({ function: "lp", power: 1 })).toEqual({ add: 189 }); // 27 · (4 + 3)
    expect(() => apply({ function: "lp", power: 0 })).toThrow("attribute power: must be positive");
    expect(apply({ function: "lp", power: 3 })).toEqual({ add: 189, power: 135 }); // 27 · (4 + 1)
  });

  it("lets the last window hang over, if it begins inside", () => {
    const apply = (size: number, more: object): unknown =>
      describeLayer(pool, { x: float32(1, 1, size) }, { function: "average", ceil: true, ...more }).outputs[0];
    expect(apply(112, { kernel: [3], strides: [2] })).toMatchObject({ shape: [1, 1, 56] }); // ⌈109 / 2⌉ + 1
    expect(apply(4, { kernel: [1], strides: [2] })).toMatchObject({ shape: [1, 1, 2] }); // ⌈3 / 2⌉ + 1 = 3, which begins at 4
    expect(apply(4, { kernel: [3], strides: [2], dilations: [2], pads: [1, 1] })).toMatchObject({ shape: [1, 1, 2] }); // ⌈(6 − 5) / 2⌉ + 1
  });

  it("works as a global pool where the window is everything", () => {
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(size, size, size, fc.constantFrom("max", "average", "lp"), (channels, height, width, name) => {
        const x = float32(2, channels, height, width);
        const all = describeLayer(globalPool, { x }, { function: name });
        expect(describeLayer(pool, { x }, { function: name, kernel: [height, width] })).toEqual(all);
      }),
    );
  });

  it("has short forms", () => {
    expect(expand(pool, float32(1, 8, 112, 112), { function: "max", kernel: 3, strides: 2, padding: 1 })).toMatchObject({
      kernel: [3, 3],
      strides: [2, 2],
      pads: [1, 1, 1, 1],
    });
  });

  layerTypeSuite(pool, {
    cases: [
      { inputs: { x: float32(1, 96, 55, 55) }, attributes: { function: "max", kernel: [3, 3], strides: [2, 2] }, batch: { x: 0 } },
      {
        inputs: { x: float32(1, 1, 4) },
        attributes: { function: "average", ceil: true, kernel: [3], strides: [2], dilations: [2], pads: [1, 1] },
        batch: { x: 0 },
      },
      {
        inputs: { x: float32(1, 4, 4, 3) },
        attributes: { kernel: [2, 2], layout: "channels-last", function: "lp", power: 1 },
        batch: { x: 0 },
      },
    ],
  });
});
