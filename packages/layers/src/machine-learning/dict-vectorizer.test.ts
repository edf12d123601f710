import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { dictVectorizer } from "./dict-vectorizer.ts";

describe("dict-vectorizer", () => {
  it("looks up every key", () => {
    const x = { kind: "map" as const, key: "string" as const, value: float32() };
    expect(describeLayer(dictVectorizer, { x }, { columns: 7 })).toMatchObject({ outputs: [float32(1, 7)], work: { hash: 7 } });
  });

  it("refuses what is no map", () => {
    expect(() => describeLayer(dictVectorizer, { x: float32(2) }, { columns: 7 })).toThrow('input "x" is a tensor, not a map');
    expect(() => describeLayer(dictVectorizer, { x: { kind: "map", key: "int64" } }, { columns: 7 })).toThrow(
      "the map does not hold single elements",
    );
  });

  layerTypeSuite(dictVectorizer, {
    cases: [{ inputs: { x: { kind: "map", key: "string", value: float32() } }, attributes: { columns: 7 } }],
  });
});
