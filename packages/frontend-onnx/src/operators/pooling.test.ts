import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, translated } from "../../test/translated.ts";
import { averagePoolOperator, lpPoolOperator, maxPoolOperator } from "./pooling.ts";

const x = float32(1, 3, 9, 9);

describe("MaxPool", () => {
  it("finds maxima, and where they stood", () => {
    const attributes = { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 0, 0], dilations: [1, 2], ceil_mode: 1 };
    expect(translated(maxPoolOperator, 12, { x }, { attributes, outputs: ["y", "indices"] })).toEqual([
      {
        type: "pool",
        attributes: {
          function: "max",
          kernel: [3, 3],
          strides: [2, 2],
          dilations: [1, 2],
          pads: [1, 1, 0, 0],
          ceil: true,
          indices: true,
        },
        inputs: ["x"],
        weights: [],
        outputs: ["y", "indices"],
      },
    ]);
    expect(translated(maxPoolOperator, 1, { x }, { attributes: { kernel_shape: [3, 3] } })[0]?.attributes).toEqual({
      function: "max",
      kernel: [3, 3],
      ceil: false,
      indices: false,
    });
  });

  it("has a kernel", () => {
    expect(() => translated(maxPoolOperator, 12, { x })).toThrow("attribute kernel_shape is missing");
  });
});

describe("AveragePool", () => {
  const apply = (attributes: Readonly<Record<string, number | string | readonly number[]>>) =>
    translated(averagePoolOperator, 19, { x }, { attributes: { kernel_shape: [2, 2], ...attributes } })[0]?.attributes;

  it("counts padding where it is asked to", () => {
    expect(apply({})).toEqual({ function: "average", kernel: [2, 2], ceil: false, countPadding: false });
    expect(apply({ count_include_pad: 1 })).toMatchObject({ countPadding: true });
  });

  it("does not round up what auto_pad settles", () => {
    expect(apply({ auto_pad: "SAME_UPPER", strides: [2, 2], ceil_mode: 1 })).toMatchObject({ pads: [0, 0, 1, 1], ceil: false }); // 4 · 2 + 2 − 9
    expect(apply({ auto_pad: "VALID", ceil_mode: 1 })).toEqual({ function: "average", kernel: [2, 2], ceil: false, countPadding: false });
  });
});

describe("LpPool", () => {
  it("takes a power, a float in version 1", () => {
    const power = (version: number, p: number | ReturnType<typeof float>): unknown =>
      translated(lpPoolOperator, version, { x }, { attributes: { kernel_shape: [2, 2], p } })[0]?.attributes["power"];
    expect(power(1, float(1.5))).toBe(1.5);
    expect(power(2, 3)).toBe(3);
    expect(translated(lpPoolOperator, 18, { x }, { attributes: { kernel_shape: [2, 2] } })[0]).toMatchObject({
      attributes: { function: "lp", power: 2 },
    });
  });
});
