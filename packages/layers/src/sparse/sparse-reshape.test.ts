import { describeLayer, int64, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sparseReshape } from "./sparse-reshape.ts";

describe("sparse-reshape", () => {
  it("computes indices anew, and what is left open", () => {
    expect(describeLayer(sparseReshape, { indices: int64(5, 3), shape: int64Values(2, 3, 6), target: int64Values(9, -1) })).toMatchObject({
      outputs: [int64(5, 2), int64(2)],
      work: { multiply: 15, add: 15, divide: 10 },
      values: [undefined, [9, 4]], // 36 / 9
    });
    expect(describeLayer(sparseReshape, { indices: int64(5, 1), shape: int64(1), target: int64Values(0, -1) }).values).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("refuses indices of other dimensions", () => {
    expect(() => describeLayer(sparseReshape, { indices: int64(5, 3), shape: int64(2), target: int64(1) })).toThrow(
      "indices of 5×3 do not point into 2 dimensions",
    );
  });

  layerTypeSuite(sparseReshape, {
    cases: [{ inputs: { indices: int64(5, 3), shape: int64Values(2, 3, 6), target: int64Values(9, -1) }, batch: { indices: 0 } }],
  });
});
