import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { removePadding } from "./remove-padding.ts";

const x = float32(3, 4, 8);

describe("remove-padding", () => {
  it("keeps the tokens, as many as the lengths tell", () => {
    expect(describeLayer(removePadding, { x, lengths: tensor("int32", [3], [1, 2, 4]) })).toMatchObject({
      outputs: [
        { dtype: "float32", shape: [7, 8] },
        { dtype: "int32", shape: [3, 4] },
        { dtype: "int32", shape: [4] },
        { dtype: "int32", shape: [1] },
      ],
      work: { add: 3, compare: 3 },
      traffic: { read: 224 }, // 7 · 8 · 4 bytes
    });
  });

  it("keeps at most all where they are not known", () => {
    expect(describeLayer(removePadding, { x, lengths: tensor("int32", [3]) }).outputs[0]).toEqual({
      dtype: "float32",
      shape: [12, 8],
      status: "at-most",
    });
  });

  it("refuses lengths that do not fit", () => {
    expect(() => describeLayer(removePadding, { x, lengths: tensor("int32", [3], [4, 5, 4]) })).toThrow(
      "a length of 5 does not fit 4 tokens",
    );
    expect(() => describeLayer(removePadding, { x: float32(3), lengths: tensor("int32", [3]) })).toThrow("x is 3, not batch × length × …");
  });

  layerTypeSuite(removePadding, {
    cases: [{ inputs: { x: float32(3, 4, 8), lengths: tensor("int32", [3], [1, 2, 4]) } }],
  });
});
