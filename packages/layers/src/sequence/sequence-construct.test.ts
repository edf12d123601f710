import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sequenceConstruct } from "./sequence-construct.ts";

describe("sequence-construct", () => {
  it("holds its inputs without copying them", () => {
    expect(describeLayer(sequenceConstruct, { xs: [float32(2), int64(3)] })).toMatchObject({
      outputs: [{ kind: "sequence", elements: [float32(2), int64(3)] }],
      work: {},
      traffic: { read: 0, write: 0 },
    });
  });

  layerTypeSuite(sequenceConstruct, {
    cases: [{ inputs: { xs: [float32(2), int64(3)] } }],
  });
});
