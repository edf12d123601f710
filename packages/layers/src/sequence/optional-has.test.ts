import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { optionalHas } from "./optional-has.ts";

describe("optional-has", () => {
  it("tells whether there is a value", () => {
    const has = (inputs: Parameters<typeof describeLayer>[1]) => describeLayer(optionalHas, inputs).values;
    expect(describeLayer(optionalHas, {}).outputs).toEqual([{ dtype: "bool", shape: [] }]);
    expect(has({})).toEqual([[0]]);
    expect(has({ value: float32(1) })).toEqual([[1]]);
    expect(has({ value: { kind: "optional", present: true } })).toEqual([[1]]);
    expect(has({ value: { kind: "optional", present: false } })).toEqual([[0]]);
    expect(has({ value: { kind: "optional" } })).toEqual([undefined]);
  });

  layerTypeSuite(optionalHas, {
    cases: [{ inputs: {} }],
  });
});
