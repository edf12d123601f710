import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { castMap } from "./cast-map.ts";

describe("cast-map", () => {
  const x = { kind: "map" as const, key: "int64" as const, value: float32() };

  it("converts every column", () => {
    expect(describeLayer(castMap, { x }, { dtype: "int64", columns: 7 })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [1, 7] }],
      work: { convert: 7 },
    });
  });

  it("has at least one where the map tells", () => {
    expect(describeLayer(castMap, { x }, { dtype: "float32" })).toMatchObject({
      outputs: [{ ...float32(1, 1), status: "at-least" }],
      status: "at-least",
    });
  });

  it("refuses what is no map", () => {
    expect(() => describeLayer(castMap, { x: float32(2) }, { dtype: "float32" })).toThrow('input "x" is a tensor, not a map');
  });

  layerTypeSuite(castMap, {
    cases: [{ inputs: { x: { kind: "map", key: "int64", value: float32() } }, attributes: { dtype: "int64", columns: 7 } }],
  });
});
