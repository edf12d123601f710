import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { optional } from "./optional.ts";

describe("optional", () => {
  it("holds a value, or none", () => {
    expect(describeLayer(optional, { value: float32(2) })).toMatchObject({
      outputs: [{ kind: "optional", element: float32(2), present: true }],
      work: {},
    });
    expect(describeLayer(optional, {}).outputs).toEqual([{ kind: "optional", present: false }]);
  });

  layerTypeSuite(optional, {
    cases: [{ inputs: { value: float32(2) } }],
  });
});
