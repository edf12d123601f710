import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, translated } from "../../test/translated.ts";
import { unaryOperators } from "./unary.ts";

describe("operators of one input", () => {
  it.each([
    ["Relu", "relu"],
    ["HardSwish", "hard-swish"],
    ["ThresholdedRelu", "thresholded-relu"],
    ["IsNaN", "is-nan"],
    ["BitwiseNot", "bitwise-not"],
    ["ScaledTanh", "scaled-tanh"],
  ])("translates %s", (name, asked) => {
    const operator = unaryOperators.find((each) => each.operator === name)!;
    expect(translated(operator, 22, { x: float32(2) }, { attributes: { alpha: float(0.1) } })).toEqual([
      { type: "activation", attributes: { function: asked }, inputs: ["x"], weights: [], outputs: ["y"] },
    ]);
  });
});
