import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { nonMaxSuppression } from "./non-max-suppression.ts";

// Three stacked unit squares in a row: the second overlaps the first by 9/11, the third stands apart.
const boxes = [0, 0, 1, 1, 0, 0.1, 1, 1.1, 0, 10, 1, 11];
const suppress = (attributes: object, scores = [0.5, 0.9, 0.7]) =>
  describeLayer(
    nonMaxSuppression,
    { boxes: tensor("float32", [1, 3, 4], boxes), scores: tensor("float32", [1, 1, 3], scores) },
    { ...attributes },
  );

describe("non-max-suppression", () => {
  it("keeps at most so many boxes of each class", () => {
    const { outputs, work, status } = describeLayer(
      nonMaxSuppression,
      { boxes: float32(2, 100, 4), scores: float32(2, 3, 100) },
      { maxOutput: 10 },
    );
    expect(outputs).toEqual([{ dtype: "int64", shape: [60, 3], status: "at-most" }]); // 2 · 3 · 10
    // 2 · 3 · 100 scores sorted in ⌈log2 100⌉ = 7 comparisons each; 200 areas; 60 · 99 = 5940 pairs
    expect(work).toEqual({ compare: 45_780, add: 24_160, multiply: 6140, divide: 5940 });
    expect(status).toBe("at-most");
    expect(describeLayer(nonMaxSuppression, { boxes: float32(2, 5, 4), scores: float32(2, 1, 5) }).outputs[0]).toMatchObject({
      shape: [10, 3],
    });
  });

  it("answers indices, scores and their number for one class", () => {
    const inputs = { boxes: float32(8, 4), scores: float32(8) };
    expect(describeLayer(nonMaxSuppression, inputs, { maxOutput: 3, dtype: "int32" }).outputs).toEqual([
      { dtype: "int32", shape: [3], status: "at-most" },
      { dtype: "float32", shape: [3], status: "at-most" },
      { dtype: "int32", shape: [] },
    ]);
    expect(describeLayer(nonMaxSuppression, inputs, { maxOutput: 20, padded: true }).outputs[0]).toEqual({ dtype: "int64", shape: [20] });
  });

  it("selects known boxes, best first", () => {
    expect(suppress({ iouThreshold: 0.5 })).toMatchObject({ outputs: [{ shape: [2, 3] }], values: [[0, 0, 1, 0, 0, 2]] });
    expect(suppress({ iouThreshold: 0.9 }).values).toEqual([[0, 0, 1, 0, 0, 2, 0, 0, 0]]); // 9/11 = 0.82
    expect(suppress({ iouThreshold: 0.5, scoreThreshold: 0.8 }).values).toEqual([[0, 0, 1]]);
    expect(suppress({ iouThreshold: 0.5, maxOutput: 0 })).toMatchObject({ outputs: [{ shape: [0, 3] }], values: [[]] });
    expect(suppress({ iouThreshold: 0.5 }, [0.9, 0.9, 0.9]).values).toEqual([[0, 0, 0, 0, 0, 2]]);
  });

  it("reads boxes by their centres, and corners in any order", () => {
    const centres = [0.5, 0.5, 1, 1, 0.6, 0.5, 1, 1];
    const scores = tensor("float32", [2], [0.9, 0.8]);
    expect(
      describeLayer(nonMaxSuppression, { boxes: tensor("float32", [2, 4], centres), scores }, { iouThreshold: 0.5, centred: true }).values,
    ).toEqual([[0], [0.9], [1]]);
    const flipped = [1, 1, 0, 0, 0, 0.1, 1, 1.1];
    expect(
      describeLayer(nonMaxSuppression, { boxes: tensor("float32", [2, 4], flipped), scores }, { iouThreshold: 0.5 }).values[0],
    ).toEqual([0]);
  });

  it("refuses what does not go together", () => {
    expect(() => describeLayer(nonMaxSuppression, { boxes: float32(8, 5), scores: float32(8) })).toThrow(
      "boxes of 8×5 are not four numbers each",
    );
    expect(() => describeLayer(nonMaxSuppression, { boxes: float32(1, 8, 4), scores: float32(1, 2, 7) })).toThrow(
      "boxes of 1×8×4 and scores of 1×2×7 do not go together",
    );
    expect(() => describeLayer(nonMaxSuppression, { boxes: float32(8, 4), scores: float32(1, 1, 8) })).toThrow("do not go together");
  });

  layerTypeSuite(nonMaxSuppression, {
    cases: [
      { inputs: { boxes: float32(2, 100, 4), scores: float32(2, 3, 100) }, attributes: { maxOutput: 10 }, batch: { boxes: 0, scores: 0 } },
      {
        inputs: {
          boxes: tensor("float32", [1, 3, 4], [0, 0, 1, 1, 0, 0.1, 1, 1.1, 0, 10, 1, 11]),
          scores: tensor("float32", [1, 1, 3], [0.5, 0.9, 0.7]),
        },
        attributes: { iouThreshold: 0.5, scoreThreshold: 0.8 },
      },
      { inputs: { boxes: float32(8, 4), scores: float32(8) }, attributes: { maxOutput: 3, dtype: "int32" } },
    ],
  });
});
