import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { oneHotEncoder } from "./one-hot-encoder.ts";

describe("one-hot-encoder", () => {
  it("adds a dimension of categories", () => {
    expect(describeLayer(oneHotEncoder, { x: int64(2, 3) }, { categories: 8 })).toMatchObject({
      outputs: [float32(2, 3, 8)],
      work: { hash: 6 },
    });
  });

  layerTypeSuite(oneHotEncoder, {
    cases: [{ inputs: { x: int64(2, 3) }, attributes: { categories: 8 }, batch: { x: 0 } }],
  });
});
