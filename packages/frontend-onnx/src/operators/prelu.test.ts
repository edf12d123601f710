import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { preluOperator } from "./prelu.ts";

describe("PRelu", () => {
  const x = float32(2, 3, 4);

  it("holds a slope that is stored, and reads one that is computed", () => {
    expect(translated(preluOperator, 16, { x, slope: stored(float32(3, 1)) })).toEqual([
      { type: "prelu", attributes: { slopeShape: [3, 1] }, inputs: ["x"], weights: ["slope"], outputs: ["y"] },
    ]);
    expect(translated(preluOperator, 16, { x, slope: float32(3, 1) })[0]).toMatchObject({ attributes: {}, inputs: ["x", "slope"] });
  });

  it("has a slope per channel before version 7, though that does not broadcast", () => {
    expect(translated(preluOperator, 6, { x, slope: float32(3) })[0]).toMatchObject({
      attributes: { slopeShape: [3] },
      inputs: ["x"],
      weights: ["slope"],
    });
  });
});
