import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { restorePadding } from "./restore-padding.ts";

describe("restore-padding", () => {
  it("has a place for each offset", () => {
    expect(describeLayer(restorePadding, { x: float32(7, 8), offsets: tensor("int32", [3, 4]) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [3, 4, 8] }],
      work: {},
    });
  });

  it("refuses offsets that are no matrix", () => {
    expect(() => describeLayer(restorePadding, { x: float32(7, 8), offsets: tensor("int32", [12]) })).toThrow(
      "the offsets are 12, not batch × length",
    );
  });

  layerTypeSuite(restorePadding, {
    cases: [{ inputs: { x: float32(7, 8), offsets: tensor("int32", [3, 4]) }, batch: { x: 0, offsets: 0 } }],
  });
});
