import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sequenceEmpty } from "./sequence-empty.ts";

describe("sequence-empty", () => {
  it("holds nothing, or what is yet to be set", () => {
    expect(describeLayer(sequenceEmpty, {}).outputs).toEqual([{ kind: "sequence", elements: [] }]);
    expect(describeLayer(sequenceEmpty, {}, { shape: [4], length: 2 }).outputs).toEqual([
      { kind: "sequence", elements: [float32(4), float32(4)] },
    ]);
  });

  it("needs the shape of what it reserves", () => {
    expect(() => describeLayer(sequenceEmpty, {}, { length: 2 })).toThrow("elements that are reserved have a shape");
  });

  layerTypeSuite(sequenceEmpty, {
    cases: [{ inputs: {} }, { inputs: {}, attributes: { shape: [4], length: 2 } }],
  });
});
