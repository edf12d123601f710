import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { fakeQuantize } from "./fake-quantize.ts";

describe("fake-quantize", () => {
  it("works in place", () => {
    expect(describeLayer(fakeQuantize, { x: float32(2, 5), least: float32(), greatest: float32() })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 5] }],
      work: { compare: 20, add: 20, divide: 10, round: 10, multiply: 10 },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
    });
  });

  layerTypeSuite(fakeQuantize, {
    cases: [{ inputs: { x: float32(2, 5), least: float32(), greatest: float32() }, batch: { x: 0 } }],
  });
});
