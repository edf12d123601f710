import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { size } from "./size.ts";

describe("size", () => {
  it("counts elements without reading them", () => {
    expect(describeLayer(size, { x: float32(2, 3, 4) })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [] }],
      values: [[24]],
      work: {},
      traffic: { read: 0 },
    });
    expect(describeLayer(size, { x: float32(2 ** 30, 2 ** 30) }).values).toEqual([[2n ** 60n]]);
  });

  layerTypeSuite(size, {
    cases: [{ inputs: { x: float32(2, 3, 4) } }],
  });
});
