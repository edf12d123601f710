import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { dynamicQuantize } from "./dynamic-quantize.ts";

describe("dynamic-quantize", () => {
  it("finds the range, then quantises", () => {
    expect(describeLayer(dynamicQuantize, { x: float32(2, 5) })).toMatchObject({
      outputs: [
        { dtype: "uint8", shape: [2, 5] },
        { dtype: "float32", shape: [] },
        { dtype: "uint8", shape: [] },
      ],
      // range: 20 comparisons; scale and zero point: the + 1s and + 2s; 10 elements: 20 comparisons and one of each other kind
      work: { compare: 42, add: 12, divide: 12, round: 11, convert: 11 },
    });
  });

  layerTypeSuite(dynamicQuantize, {
    cases: [{ inputs: { x: float32(2, 5) }, batch: { x: 0 } }],
  });
});
