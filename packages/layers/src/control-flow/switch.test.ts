import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { merge } from "./merge.ts";
import { switchLayer } from "./switch.ts";

describe("switch and merge", () => {
  it("hand a value on by either path, at no cost", () => {
    expect(describeLayer(switchLayer, { x: float32(2, 3), condition: tensor("bool", []) })).toMatchObject({
      outputs: [float32(2, 3), float32(2, 3)],
      work: {},
    });
  });

  it("take what arrives, and bound what may differ", () => {
    expect(describeLayer(merge, { values: [float32(2, 3), float32(2, 3)] }).outputs).toEqual([float32(2, 3), tensor("int32", [])]);
    expect(describeLayer(merge, { values: [float32(2, 3), float32(4, 1)] }).outputs[0]).toEqual({ ...float32(4, 3), status: "at-most" });
    expect(describeLayer(merge, { values: [undefined, int64(5)] }).outputs[0]).toEqual(int64(5));
    expect(() => describeLayer(merge, { values: [] })).toThrow("merges nothing");
  });

  layerTypeSuite(merge, {
    cases: [{ inputs: { values: [float32(2, 3), float32(2, 3)] }, batch: { values: 0 } }],
  });

  layerTypeSuite(switchLayer, {
    cases: [{ inputs: { x: float32(2, 3), condition: tensor("bool", []) }, batch: { x: 0 } }],
  });
});
