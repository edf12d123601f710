import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { body } from "../../test/body.ts";
import { scan } from "./scan.ts";

describe("scan", () => {
  it("hands on states, and stacks slices", () => {
    const bodies = [body([float32(2), float32(3, 4)], { runs: 7 })];
    expect(describeLayer(scan, { values: [float32(2), float32(7, 5)] }, { states: 1 }, bodies)).toMatchObject({
      outputs: [
        { dtype: "float32", shape: [2] },
        { dtype: "float32", shape: [7, 3, 4] },
      ],
      work: {},
      traffic: { read: 0, write: 0 },
    });
    expect(describeLayer(scan, { values: [] }, { states: 1, outputAxes: [-1] }, bodies).outputs[1]).toMatchObject({ shape: [3, 4, 7] });
  });

  it("runs for each sample of a batch", () => {
    const bodies = [body([float32(2), float32(3)], { runs: 12 })]; // 3 samples of length 4
    expect(describeLayer(scan, { values: [] }, { states: 1, batch: 3 }, bodies).outputs).toEqual([float32(3, 2), float32(3, 4, 3)]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(scan, { values: [] }, { states: 2 }, [body([float32()])])).toThrow(
      "body has 1 outputs, 2 states are expected",
    );
    expect(() => describeLayer(scan, { values: [] }, {}, [body([{ kind: "sequence" }])])).toThrow(
      "output 0 of body is a sequence, not a tensor",
    );
    expect(() => describeLayer(scan, { values: [] }, { batch: 2 }, [body([float32()], { runs: 3 })])).toThrow(
      "3 runs do not divide into a batch of 2",
    );
    expect(() => describeLayer(scan, { values: [] })).toThrow("has no body");
  });

  layerTypeSuite(scan, {
    cases: [
      { inputs: { values: [float32(2), float32(7, 5)] }, attributes: { states: 1 }, bodies: [body([float32(2), float32(3)], { runs: 7 })] },
    ],
  });
});
