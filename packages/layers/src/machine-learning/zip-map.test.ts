import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { zipMap } from "./zip-map.ts";

describe("zip-map", () => {
  it("makes one map a sample", () => {
    const map = { kind: "map", key: "string", value: float32() };
    expect(describeLayer(zipMap, { x: float32(2, 3) }, { key: "string" })).toMatchObject({
      outputs: [{ kind: "sequence", elements: [map, map] }],
      work: {},
    });
  });

  layerTypeSuite(zipMap, {
    cases: [{ inputs: { x: float32(2, 3) }, attributes: { key: "string" } }],
  });
});
