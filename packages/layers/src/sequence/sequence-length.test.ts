import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sequenceLength } from "./sequence-length.ts";

describe("sequence-length", () => {
  it("is a scalar, known where the elements are", () => {
    expect(describeLayer(sequenceLength, { sequence: { kind: "sequence", elements: [float32(1), float32(2)] } })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [] }],
      work: {},
      values: [[2]],
    });
    expect(describeLayer(sequenceLength, { sequence: { kind: "sequence", element: float32(1) } }).values).toEqual([undefined]);
  });

  it("refuses a tensor", () => {
    expect(() => describeLayer(sequenceLength, { sequence: float32(1) })).toThrow('input "sequence" is a tensor, not a sequence');
  });

  layerTypeSuite(sequenceLength, {
    cases: [{ inputs: { sequence: { kind: "sequence", elements: [float32(1), float32(2)] } } }],
  });
});
