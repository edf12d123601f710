import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sequenceReplace } from "./sequence-replace.ts";

const sequence = { kind: "sequence" as const, elements: [float32(1), float32(2)] };

describe("sequence-replace", () => {
  it("puts an element in the place of another", () => {
    const { outputs } = describeLayer(sequenceReplace, { sequence, position: tensor("int64", [], [1]), element: float32(9) });
    expect(outputs).toEqual([{ kind: "sequence", elements: [float32(1), float32(9)] }]);
  });

  it("knows only the type where the position is not known", () => {
    const { outputs } = describeLayer(sequenceReplace, { sequence, position: int64(), element: float32(2) });
    expect(outputs).toEqual([{ kind: "sequence", element: { ...float32(2), status: "at-most" } }]);
  });

  layerTypeSuite(sequenceReplace, {
    cases: [
      {
        inputs: {
          sequence: { kind: "sequence", elements: [float32(1), float32(2)] },
          position: tensor("int64", [], [1]),
          element: float32(9),
        },
      },
    ],
  });
});
