import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { splitToSequence } from "./split-to-sequence.ts";

describe("split-to-sequence", () => {
  it("holds the parts", () => {
    expect(describeLayer(splitToSequence, { x: float32(5, 3) }, { sizes: [2, 3] })).toMatchObject({
      outputs: [{ kind: "sequence", elements: [float32(2, 3), float32(3, 3)] }],
      work: {},
    });
    expect(describeLayer(splitToSequence, { x: float32(5, 2) }, { axis: -1, sizes: [1, 1], keepDims: false }).outputs).toEqual([
      { kind: "sequence", elements: [float32(5), float32(5)] },
    ]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(splitToSequence, { x: float32(5) }, { sizes: [2, 2] })).toThrow(
      "parts of 2 + 2 do not make up axis 0, of size 5",
    );
    expect(() => describeLayer(splitToSequence, { x: float32(5) }, { sizes: [2, 3], keepDims: false })).toThrow(
      "only parts of size 1 can lose the axis",
    );
  });

  layerTypeSuite(splitToSequence, {
    cases: [
      { inputs: { x: float32(5, 3) }, attributes: { sizes: [2, 3] } },
      { inputs: { x: float32(5, 2) }, attributes: { axis: -1, sizes: [1, 1], keepDims: false } },
    ],
  });
});
