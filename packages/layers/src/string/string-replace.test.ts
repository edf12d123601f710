import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stringReplace } from "./string-replace.ts";

describe("string-replace", () => {
  it("compares at least once per string", () => {
    expect(describeLayer(stringReplace, { x: tensor("string", [2, 3]) }, { pattern: "a+", replacement: "b" })).toMatchObject({
      outputs: [{ dtype: "string", shape: [2, 3] }],
      work: { compare: 6 },
      status: "at-least",
    });
  });

  it("refuses numbers", () => {
    expect(() => describeLayer(stringReplace, { x: float32(2) }, { pattern: "a", replacement: "" })).toThrow(
      "rewrites strings, not float32",
    );
  });

  layerTypeSuite(stringReplace, {
    cases: [{ inputs: { x: tensor("string", [2, 3]) }, attributes: { pattern: "a+", replacement: "b" }, batch: { x: 0 } }],
  });
});
