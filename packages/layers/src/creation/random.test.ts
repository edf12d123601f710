import { describeLayer, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { random } from "./random.ts";

describe("random", () => {
  it("draws one number per element", () => {
    expect(describeLayer(random, {}, { shape: [2, 3], distribution: "normal" })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: { random: 6 },
      values: [undefined],
    });
  });

  it("scales and shifts", () => {
    expect(describeLayer(random, {}, { shape: [5], scaled: true, dtype: "float64" }).work).toEqual({ random: 5, multiply: 5, add: 5 });
  });

  layerTypeSuite(random, {
    cases: [
      { inputs: {}, attributes: { shape: [2, 3], distribution: "normal" } },
      { inputs: {}, attributes: { shape: [5], scaled: true, dtype: "float64" } },
    ],
  });
});
