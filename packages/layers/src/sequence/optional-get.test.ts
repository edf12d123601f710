import { describeLayer, float32, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { optionalGet } from "./optional-get.ts";

describe("optional-get", () => {
  it("is what the optional holds, or the value itself", () => {
    expect(describeLayer(optionalGet, { value: { kind: "optional", element: float32(2) } })).toMatchObject({
      outputs: [float32(2)],
      work: {},
    });
    expect(describeLayer(optionalGet, { value: int64Values(7) })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [1] }],
      values: [[7]],
    });
  });

  it("refuses an empty optional, and one of which nothing is known", () => {
    expect(() => describeLayer(optionalGet, { value: { kind: "optional", present: false } })).toThrow("the optional is empty");
    expect(() => describeLayer(optionalGet, { value: { kind: "optional" } })).toThrow("nothing is known of what the optional holds");
  });

  layerTypeSuite(optionalGet, {
    cases: [{ inputs: { value: { kind: "optional", element: float32(2) } } }],
  });
});
