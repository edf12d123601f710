import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stringNormalize } from "./string-normalize.ts";

const x = tensor("string", [3], ["Monday", "is", "Tuesday"]);

describe("string-normalize", () => {
  it("leaves at most every string", () => {
    expect(describeLayer(stringNormalize, { x: tensor("string", [1, 4]) }, { stopwords: ["is"] })).toMatchObject({
      outputs: [{ dtype: "string", shape: [1, 4], status: "at-most" }],
      work: { hash: 4 },
    });
    expect(describeLayer(stringNormalize, { x: tensor("string", [4]) })).toMatchObject({
      outputs: [{ dtype: "string", shape: [4] }],
      work: {},
    });
  });

  it("leaves out known strings, and changes their case", () => {
    expect(describeLayer(stringNormalize, { x }, { stopwords: ["monday", "IS"], caseChange: "upper" })).toMatchObject({
      outputs: [{ shape: [1] }],
      values: [["TUESDAY"]],
    });
    expect(describeLayer(stringNormalize, { x }, { stopwords: ["monday"], caseSensitive: true, caseChange: "lower" }).values).toEqual([
      ["monday", "is", "tuesday"],
    ]);
    expect(describeLayer(stringNormalize, { x: tensor("string", [1], ["is"]) }, { stopwords: ["is"] })).toMatchObject({
      outputs: [{ shape: [1] }],
      values: [[""]],
    });
  });

  it("refuses what is no list of strings", () => {
    expect(() => describeLayer(stringNormalize, { x: float32(3) })).toThrow("float32 3 is no list of strings");
    expect(() => describeLayer(stringNormalize, { x: tensor("string", [2, 3]) })).toThrow("string 2×3 is no list of strings");
  });

  layerTypeSuite(stringNormalize, {
    cases: [
      { inputs: { x: tensor("string", [1, 4]) }, attributes: { stopwords: ["is"] } },
      {
        inputs: { x: tensor("string", [3], ["Monday", "is", "Tuesday"]) },
        attributes: { stopwords: ["monday"], caseSensitive: true, caseChange: "lower" },
      },
    ],
  });
});
