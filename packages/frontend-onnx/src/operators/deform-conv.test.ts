import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { deformConvOperator } from "./deform-conv.ts";

describe("DeformConv", () => {
  it("takes offset and mask as inputs, weight and bias along", () => {
    const inputs = {
      x: float32(1, 4, 5, 5),
      weight: stored(float32(6, 4, 2, 2)),
      offset: float32(1, 16, 4, 4),
      bias: stored(float32(6)),
      mask: float32(1, 8, 4, 4),
    };
    expect(translated(deformConvOperator, 22, inputs, { attributes: { offset_group: 2 } })).toEqual([
      {
        type: "deformable-conv",
        attributes: { filters: 6, kernel: [2, 2], groups: 1, offsetGroups: 2, bias: true },
        inputs: ["x", "offset", "mask"],
        weights: ["weight", "bias"],
        outputs: ["y"],
      },
    ]);
  });
});
