import { describeLayer, float32, int64, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { broadcastShapes } from "./broadcast-shapes.ts";

describe("broadcast-shapes", () => {
  it("works on shapes as values", () => {
    expect(describeLayer(broadcastShapes, { a: int64Values(8, 1, 6, 1), b: int64Values(7, 1, 5) })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [4] }],
      work: {},
      values: [[8, 7, 6, 5]],
    });
    expect(describeLayer(broadcastShapes, { a: int64(2), b: int64(3) })).toMatchObject({ outputs: [{ shape: [3] }], values: [undefined] });
  });

  it("refuses what is no shape, or does not broadcast", () => {
    expect(() => describeLayer(broadcastShapes, { a: float32(2, 2), b: int64(3) })).toThrow("2×2 is no vector of sizes");
    expect(() => describeLayer(broadcastShapes, { a: int64Values(2), b: int64Values(3) })).toThrow(
      "shapes 2 and 3 do not broadcast: 2 against 3",
    );
  });

  layerTypeSuite(broadcastShapes, {
    cases: [{ inputs: { a: int64Values(8, 1, 6, 1), b: int64Values(7, 1, 5) } }, { inputs: { a: int64(2), b: int64(3) }, batch: { a: 0 } }],
  });
});
