import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { softmaxOperators } from "./softmax.ts";

describe("softmax", () => {
  const x = float32(2, 3, 4);
  const apply = (name: string, version: number, attributes: Readonly<Record<string, number>> = {}): unknown =>
    translated(
      softmaxOperators.find(({ operator }) => operator === name)!,
      version,
      { x },
      { attributes },
    )[0]?.attributes;

  it("normalises one axis since version 13", () => {
    expect(apply("Softmax", 13)).toEqual({ function: "softmax", axes: [-1] });
    expect(apply("LogSoftmax", 13, { axis: 0 })).toEqual({ function: "log-softmax", axes: [0] });
  });

  it("normalises its axis and all after it before", () => {
    expect(apply("Hardmax", 11)).toEqual({ function: "hardmax", axes: [1, 2] });
    expect(apply("Softmax", 11, { axis: -1 })).toEqual({ function: "softmax", axes: [2] });
    expect(apply("Softmax", 1, { axis: 3 })).toEqual({ function: "softmax", axes: [] });
    expect(() => apply("Softmax", 11, { axis: 4 })).toThrow("axis 4 lies outside a tensor of 3 dimensions");
  });
});
