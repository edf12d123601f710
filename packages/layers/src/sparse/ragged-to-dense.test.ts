import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { raggedToDense } from "./ragged-to-dense.ts";

describe("ragged-to-dense", () => {
  it("lays rows out in a shape, and computes nothing", () => {
    expect(describeLayer(raggedToDense, { values: float32(7), fill: float32(), partitions: [int64(4)] }, { shape: [3, 4] })).toMatchObject({
      outputs: [float32(3, 4)],
      work: {},
    });
  });

  layerTypeSuite(raggedToDense, {
    cases: [{ inputs: { values: float32(7), fill: float32(), partitions: [int64(4)] }, attributes: { shape: [3, 4] } }],
  });
});
