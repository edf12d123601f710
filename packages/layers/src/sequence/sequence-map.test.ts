import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { body } from "../../test/body.ts";
import { sequenceMap } from "./sequence-map.ts";

describe("sequence-map", () => {
  it("collects what one body leaves in each run", () => {
    expect(describeLayer(sequenceMap, { values: [] }, {}, [body([float32(2)], { runs: 3 })])).toMatchObject({
      outputs: [{ kind: "sequence", elements: [float32(2), float32(2), float32(2)] }],
      work: {},
      traffic: { read: 0, write: 0 },
    });
    const unknown = body([float32(2)], { status: "at-least" });
    expect(describeLayer(sequenceMap, { values: [] }, {}, [unknown]).outputs).toEqual([{ kind: "sequence", element: float32(2) }]);
  });

  it("collects what each of several bodies leaves", () => {
    const { outputs } = describeLayer(sequenceMap, { values: [] }, {}, [body([float32(2)]), body([float32(5)])]);
    expect(outputs).toEqual([{ kind: "sequence", elements: [float32(2), float32(5)] }]);
  });

  it("refuses to run nothing", () => {
    expect(() => describeLayer(sequenceMap, { values: [] })).toThrow("has no body");
  });

  layerTypeSuite(sequenceMap, { cases: [{ inputs: { values: [] }, bodies: [body([float32(2)], { runs: 3 })] }] });
});
