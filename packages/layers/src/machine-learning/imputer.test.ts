import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { imputer } from "./imputer.ts";

describe("imputer", () => {
  it("compares in place", () => {
    expect(describeLayer(imputer, { x: float32(2, 3) })).toMatchObject({
      outputs: [float32(2, 3)],
      work: { compare: 6 },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
    });
  });

  layerTypeSuite(imputer, {
    cases: [{ inputs: { x: float32(2, 3) }, batch: { x: 0 } }],
  });
});
