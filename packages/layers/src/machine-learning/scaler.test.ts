import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { scaler } from "./scaler.ts";

describe("scaler", () => {
  it("shifts and scales", () => {
    expect(describeLayer(scaler, { x: int64(2, 5) })).toMatchObject({
      outputs: [float32(2, 5)],
      work: { add: 10, multiply: 10 },
      compute: "float32",
    });
  });

  layerTypeSuite(scaler, {
    cases: [{ inputs: { x: int64(2, 5) }, batch: { x: 0 } }],
  });
});
