import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sequenceAt } from "./sequence-at.ts";

const sequence = { kind: "sequence" as const, elements: [float32(2), float32(5)] };

describe("sequence-at", () => {
  it("is the element at a known position", () => {
    expect(describeLayer(sequenceAt, { sequence, position: tensor("int64", [], [0]) })).toMatchObject({ outputs: [float32(2)], work: {} });
    expect(describeLayer(sequenceAt, { sequence, position: tensor("int64", [], [-1]) }).outputs).toEqual([float32(5)]);
  });

  it("is what all elements have in common elsewhere", () => {
    expect(describeLayer(sequenceAt, { sequence, position: int64() }).outputs).toEqual([{ ...float32(5), status: "at-most" }]);
    expect(describeLayer(sequenceAt, { sequence: { kind: "sequence", element: float32(7) }, position: int64() }).outputs).toEqual([
      float32(7),
    ]);
  });

  it("refuses a sequence of which nothing is known", () => {
    expect(() => describeLayer(sequenceAt, { sequence: { kind: "sequence" }, position: int64() })).toThrow(
      "nothing is known of the sequence's elements",
    );
  });

  layerTypeSuite(sequenceAt, {
    cases: [{ inputs: { sequence: { kind: "sequence", elements: [float32(2), float32(5)] }, position: tensor("int64", [], [0]) } }],
  });
});
