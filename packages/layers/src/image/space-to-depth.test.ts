import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { spaceToDepth } from "./space-to-depth.ts";

describe("space-to-depth", () => {
  it("moves blocks into channels", () => {
    expect(describeLayer(spaceToDepth, { x: float32(1, 3, 8, 10) }, { blockSize: 2 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 12, 4, 5] }],
      work: {},
    });
    const last = describeLayer(spaceToDepth, { x: float32(1, 12, 2) }, { blockSize: 3, layout: "channels-last" });
    expect(last.outputs[0]).toMatchObject({ shape: [1, 4, 6] });
  });

  it("needs sizes of whole blocks", () => {
    expect(() => describeLayer(spaceToDepth, { x: float32(1, 3, 8, 9) }, { blockSize: 2 })).toThrow(
      "a spatial size of 9 does not divide into blocks of 2",
    );
  });

  layerTypeSuite(spaceToDepth, {
    cases: [{ inputs: { x: float32(2, 1, 12, 12) }, attributes: { blockSize: 4 }, batch: { x: 0 } }],
  });
});
