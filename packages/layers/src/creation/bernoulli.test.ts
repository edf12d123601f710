import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { bernoulli } from "./bernoulli.ts";

describe("bernoulli", () => {
  it("draws and compares once per element", () => {
    expect(describeLayer(bernoulli, { x: float32(2, 3) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: { random: 6, compare: 6 },
    });
    expect(describeLayer(bernoulli, { x: float32(2) }, { dtype: "bool" }).outputs).toEqual([{ dtype: "bool", shape: [2] }]);
  });

  layerTypeSuite(bernoulli, {
    cases: [
      { inputs: { x: float32(2, 3) }, batch: { x: 0 } },
      { inputs: { x: float32(2) }, attributes: { dtype: "bool" }, batch: { x: 0 } },
    ],
  });
});
