import { float32, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, stored, translated } from "../../test/translated.ts";
import { clipOperator } from "./clip.ts";

describe("Clip", () => {
  const x = float32(2);
  const bound = (value: number) => stored(tensor("float32", [], [value]));

  it("has its bounds as attributes before version 11, and as inputs since", () => {
    const attributes = { min: float(0), max: float(6) };
    expect(translated(clipOperator, 6, { x }, { attributes })[0]).toMatchObject({
      type: "activation",
      attributes: { function: "clip", minimum: 0, maximum: 6 },
    });
    expect(translated(clipOperator, 13, { x, minimum: bound(0), maximum: bound(6) })[0]).toMatchObject({
      attributes: { function: "clip", minimum: 0, maximum: 6 },
      inputs: ["x"],
    });
    expect(translated(clipOperator, 13, { x, minimum: undefined, maximum: bound(6) })[0]?.attributes).toEqual({
      function: "clip",
      maximum: 6,
    });
    expect(translated(clipOperator, 13, { x, minimum: bound(-Infinity) })[0]?.attributes).toEqual({ function: "clip" });
  });

  it("compares with bounds that are computed", () => {
    const [least, greatest] = [float32(), float32()];
    expect(translated(clipOperator, 13, { x, least, greatest })).toEqual([
      { type: "elementwise", attributes: { function: "max" }, inputs: ["x", "least"], weights: [], outputs: ["node/minimum"] },
      { type: "elementwise", attributes: { function: "min" }, inputs: ["node/minimum", "greatest"], weights: [], outputs: ["y"] },
    ]);
    expect(translated(clipOperator, 13, { x, least })[0]).toMatchObject({ attributes: { function: "max" }, outputs: ["y"] });
    expect(translated(clipOperator, 13, { x, least: undefined, greatest })[0]).toMatchObject({
      attributes: { function: "min" },
      inputs: ["x", "greatest"],
    });
  });
});
