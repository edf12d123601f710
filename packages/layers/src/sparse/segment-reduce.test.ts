import { describeLayer, float32, int64, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { segmentReduce } from "./segment-reduce.ts";

describe("segment-reduce", () => {
  it("adds up the rows of each segment", () => {
    const inputs = { x: float32(100, 8), indices: int64(5), segments: int64Values(0, 0, 1, 1, 3) };
    expect(describeLayer(segmentReduce, inputs, { function: "mean" })).toMatchObject({
      outputs: [float32(4, 8)], // the last segment is 3
      work: { add: 40, divide: 32 },
      traffic: { read: 240 }, // 5 · 8 elements of 4 bytes, 10 numbers of 8
    });
  });

  it("estimates how many segments there are", () => {
    const inputs = { x: float32(100, 8), indices: int64(5), segments: int64(5) };
    expect(describeLayer(segmentReduce, inputs, { function: "sum" })).toMatchObject({
      outputs: [{ ...float32(5, 8), status: "estimate" }],
      work: { add: 40 },
    });
    expect(describeLayer(segmentReduce, { x: float32(9), indices: int64(0), segments: int64(0) }, { function: "sum" }).outputs).toEqual([
      float32(0),
    ]);
  });

  it("refuses what does not go together", () => {
    expect(() => describeLayer(segmentReduce, { x: float32(9), indices: int64(2), segments: int64(3) }, { function: "sum" })).toThrow(
      "there are indices of 2 and segments of 3",
    );
    expect(() => describeLayer(segmentReduce, { x: float32(), indices: int64(2), segments: int64(2) }, { function: "sum" })).toThrow(
      "a scalar has no rows",
    );
  });

  layerTypeSuite(segmentReduce, {
    cases: [
      { inputs: { x: float32(100, 8), indices: int64(5), segments: int64Values(0, 0, 1, 1, 3) }, attributes: { function: "mean" } },
      {
        inputs: { x: float32(100, 8), indices: int64(5), segments: int64(5) },
        attributes: { function: "sum" },
        batch: { x: 0, indices: 0, segments: 0 },
      },
    ],
  });
});
