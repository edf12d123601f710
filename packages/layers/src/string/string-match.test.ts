import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stringMatch } from "./string-match.ts";

describe("string-match", () => {
  it("compares at least once per string", () => {
    expect(describeLayer(stringMatch, { x: tensor("string", [2, 3]) }, { pattern: "a+" })).toMatchObject({
      outputs: [{ dtype: "bool", shape: [2, 3] }],
      work: { compare: 6 },
      status: "at-least",
    });
  });

  it("refuses numbers", () => {
    expect(() => describeLayer(stringMatch, { x: float32(2) }, { pattern: "a" })).toThrow("matches strings, not float32");
  });

  layerTypeSuite(stringMatch, {
    cases: [{ inputs: { x: tensor("string", [2, 3]) }, attributes: { pattern: "a+" }, batch: { x: 0 } }],
  });
});
