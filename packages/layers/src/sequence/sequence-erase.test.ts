import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sequenceErase } from "./sequence-erase.ts";

const sequence = { kind: "sequence" as const, elements: [float32(1), float32(2), float32(3)] };

describe("sequence-erase", () => {
  it("takes out the last element, or the one at a position", () => {
    expect(describeLayer(sequenceErase, { sequence }).outputs).toEqual([{ kind: "sequence", elements: [float32(1), float32(2)] }]);
    expect(describeLayer(sequenceErase, { sequence, position: tensor("int64", [], [0]) }).outputs).toEqual([
      { kind: "sequence", elements: [float32(2), float32(3)] },
    ]);
  });

  it("knows only the type where the position is not known", () => {
    expect(describeLayer(sequenceErase, { sequence, position: int64() }).outputs).toEqual([
      { kind: "sequence", element: { ...float32(3), status: "at-most" } },
    ]);
    expect(describeLayer(sequenceErase, { sequence: { kind: "sequence", elements: [] } }).outputs).toEqual([{ kind: "sequence" }]);
  });

  layerTypeSuite(sequenceErase, {
    cases: [{ inputs: { sequence: { kind: "sequence", elements: [float32(1), float32(2), float32(3)] } } }],
  });
});
