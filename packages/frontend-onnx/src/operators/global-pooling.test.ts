import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { globalLpPoolOperator, globalPoolingOperators } from "./global-pooling.ts";

const x = float32(1, 3, 9, 9);

describe("global pooling", () => {
  it.each([
    ["GlobalAveragePool", "average"],
    ["GlobalMaxPool", "max"],
  ])("translates %s", (name, pooling) => {
    const operator = globalPoolingOperators.find((each) => each.operator === name)!;
    expect(translated(operator, 22, { x })).toEqual([
      { type: "global-pool", attributes: { function: pooling }, inputs: ["x"], weights: [], outputs: ["y"] },
    ]);
  });

  it("takes the power of GlobalLpPool", () => {
    expect(translated(globalLpPoolOperator, 2, { x }, { attributes: { p: 1 } })[0]?.attributes).toEqual({ function: "lp", power: 1 });
    expect(globalLpPoolOperator.operator).toBe("GlobalLpPool");
  });
});
