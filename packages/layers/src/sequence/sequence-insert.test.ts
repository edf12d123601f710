import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sequenceInsert } from "./sequence-insert.ts";

const sequence = { kind: "sequence" as const, elements: [float32(1), float32(2)] };
const element = float32(9);

describe("sequence-insert", () => {
  it("puts an element at the end, or before a position", () => {
    expect(describeLayer(sequenceInsert, { sequence, element }).outputs).toEqual([
      { kind: "sequence", elements: [float32(1), float32(2), float32(9)] },
    ]);
    expect(describeLayer(sequenceInsert, { sequence, element, position: tensor("int64", [], [-1]) }).outputs).toEqual([
      { kind: "sequence", elements: [float32(1), float32(9), float32(2)] },
    ]);
  });

  it("knows only the type where the position or the length is not known", () => {
    const shared = { kind: "sequence", element: { ...float32(9), status: "at-most" } };
    expect(describeLayer(sequenceInsert, { sequence, element, position: int64() }).outputs).toEqual([shared]);
    expect(describeLayer(sequenceInsert, { sequence: { kind: "sequence" }, element }).outputs).toEqual([{ kind: "sequence", element }]);
  });

  layerTypeSuite(sequenceInsert, {
    cases: [{ inputs: { sequence: { kind: "sequence", elements: [float32(1), float32(2)] }, element: float32(9) } }],
  });
});
