import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { concatFromSequence } from "./concat-from-sequence.ts";

const sequence = { kind: "sequence" as const, elements: [float32(2, 3), float32(4, 3)] };

describe("concat-from-sequence", () => {
  it("joins along an axis of the elements", () => {
    expect(describeLayer(concatFromSequence, { sequence }, { axis: 0 })).toMatchObject({ outputs: [float32(6, 3)], work: {} });
  });

  it("joins along a new axis", () => {
    const alike = { kind: "sequence" as const, elements: [float32(2, 3), float32(2, 3)] };
    expect(describeLayer(concatFromSequence, { sequence: alike }, { axis: -1, newAxis: true }).outputs).toEqual([float32(2, 3, 2)]);
  });

  it("knows at least one element of a sequence of unknown length", () => {
    const open = { kind: "sequence" as const, element: float32(2, 3) };
    expect(describeLayer(concatFromSequence, { sequence: open }, { axis: 0 }).outputs).toEqual([{ ...float32(2, 3), status: "at-least" }]);
    expect(describeLayer(concatFromSequence, { sequence: open }, { axis: 0, newAxis: true }).outputs).toEqual([
      { ...float32(1, 2, 3), status: "at-least" },
    ]);
  });

  it("refuses what does not join", () => {
    expect(() => describeLayer(concatFromSequence, { sequence }, { axis: 1 })).toThrow("elements of 2×3 and 4×3 do not join along axis 1");
    expect(() => describeLayer(concatFromSequence, { sequence }, { axis: 0, newAxis: true })).toThrow(
      "elements of 2×3 and 4×3 do not join along axis 0",
    );
    expect(() => describeLayer(concatFromSequence, { sequence: { kind: "sequence", elements: [] } }, { axis: 0 })).toThrow(
      "there is nothing to join",
    );
    expect(() => describeLayer(concatFromSequence, { sequence: { kind: "sequence" } }, { axis: 0 })).toThrow(
      "nothing is known of the sequence's elements",
    );
    expect(() => describeLayer(concatFromSequence, { sequence: { kind: "sequence", elements: [sequence] } }, { axis: 0 })).toThrow(
      "the sequence holds a sequence, not only tensors",
    );
  });

  layerTypeSuite(concatFromSequence, {
    cases: [{ inputs: { sequence: { kind: "sequence", elements: [float32(2, 3), float32(4, 3)] } }, attributes: { axis: 0 } }],
  });
});
