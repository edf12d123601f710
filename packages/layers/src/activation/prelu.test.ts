import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { prelu } from "./prelu.ts";

describe("prelu", () => {
  const x = float32(2, 3, 4);

  it("multiplies negative elements, in place where the slope is trained", () => {
    expect(describeLayer(prelu, { x })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3, 4] }],
      work: { compare: 24, multiply: 24 },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
    });
    expect(describeLayer(prelu, { x, slope: float32(3, 1) })).not.toHaveProperty("aliases");
  });

  it("holds a slope per channel, or what is asked for", () => {
    expect(weightsOf(prelu, { x })).toEqual({ slope: [3] });
    expect(weightsOf(prelu, { x }, { slopeShape: [3, 4] })).toEqual({ slope: [3, 4] });
    expect(weightsOf(prelu, { x, slope: float32(1) })).toEqual({});
  });

  it("refuses a slope larger than the input", () => {
    expect(() => describeLayer(prelu, { x, slope: float32(5, 2, 3, 4) })).toThrow("a slope of 5×2×3×4 does not broadcast to 2×3×4");
  });

  layerTypeSuite(prelu, {
    cases: [{ inputs: { x: float32(2, 3, 4) }, batch: { x: 0 } }],
  });
});
