import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { normalizer } from "./normalizer.ts";

describe("normalizer", () => {
  it("divides each row by its norm", () => {
    const work = (norm: string) => describeLayer(normalizer, { x: float32(2, 5) }, { norm }).work;
    expect(describeLayer(normalizer, { x: float32(2, 5) }, { norm: "max" }).outputs).toEqual([float32(2, 5)]);
    expect(work("max")).toEqual({ compare: 8, divide: 10 }); // 10 elements, 2 rows
    expect(work("l1")).toEqual({ add: 18, divide: 10 });
    expect(work("l2")).toEqual({ multiply: 10, add: 8, sqrt: 2, divide: 10 });
  });

  layerTypeSuite(normalizer, {
    cases: [{ inputs: { x: float32(2, 5) }, attributes: { norm: "max" }, batch: { x: 0 } }],
  });
});
