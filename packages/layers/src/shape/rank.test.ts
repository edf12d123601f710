import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { rank } from "./rank.ts";

describe("rank", () => {
  it("counts dimensions", () => {
    expect(describeLayer(rank, { x: float32(2, 3, 4) }, { dtype: "int32" })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [] }],
      values: [[3]],
      work: {},
    });
  });

  layerTypeSuite(rank, {
    cases: [{ inputs: { x: float32(2, 3, 4) }, attributes: { dtype: "int32" } }],
  });
});
