import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { reverseSequence } from "./reverse-sequence.ts";

describe("reverse-sequence", () => {
  it("keeps the shape, and computes nothing", () => {
    expect(describeLayer(reverseSequence, { x: float32(4, 2, 8), lengths: int64(2) })).toMatchObject({
      outputs: [{ shape: [4, 2, 8] }],
      work: {},
    });
  });

  it("turns round each sequence up to its length", () => {
    const x = tensor("int64", [2, 4], [0, 1, 2, 3, 4, 5, 6, 7]);
    expect(describeLayer(reverseSequence, { x, lengths: int64Values(3, 1) }, { timeAxis: 1, batchAxis: 0 }).values).toEqual([
      [2, 1, 0, 3, 4, 5, 6, 7],
    ]);
    expect(describeLayer(reverseSequence, { x, lengths: int64Values(5, 1) }, { timeAxis: 1, batchAxis: 0 }).values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(reverseSequence, { x: float32(4, 2), lengths: int64(3) })).toThrow("there are lengths of 3 for 2 sequences");
    expect(() => describeLayer(reverseSequence, { x: float32(4, 2), lengths: int64(4) }, { batchAxis: 0 })).toThrow(
      "axis 0 is both the time axis and the batch axis",
    );
  });

  layerTypeSuite(reverseSequence, {
    cases: [
      { inputs: { x: float32(4, 2, 8), lengths: int64(2) }, batch: { x: 0 } },
      {
        inputs: { x: tensor("int64", [2, 4], [0, 1, 2, 3, 4, 5, 6, 7]), lengths: int64Values(3, 1) },
        attributes: { timeAxis: 1, batchAxis: 0 },
      },
    ],
  });
});
