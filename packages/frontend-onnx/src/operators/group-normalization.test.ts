import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { groupNormalizationOperator, instanceNormalizationOperator } from "./group-normalization.ts";

const inputs = { x: float32(2, 6, 8), scale: stored(float32(6)), bias: stored(float32(6)) };

describe("GroupNormalization", () => {
  it("has groups", () => {
    expect(translated(groupNormalizationOperator, 21, inputs, { attributes: { num_groups: 3 } })).toEqual([
      { type: "group-norm", attributes: { groups: 3 }, inputs: ["x"], weights: ["scale", "bias"], outputs: ["y"] },
    ]);
    expect(() => translated(groupNormalizationOperator, 21, inputs)).toThrow("attribute num_groups is missing");
  });
});

describe("InstanceNormalization", () => {
  it("has a group for each channel", () => {
    expect(translated(instanceNormalizationOperator, 6, inputs)[0]).toMatchObject({ type: "group-norm", attributes: { groups: 6 } });
  });
});
