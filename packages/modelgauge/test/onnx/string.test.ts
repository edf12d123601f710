import { describe, expect, it } from "vitest";
import { analyzeNode, input, outputsOf } from "./analyze-node.ts";

describe("ONNX operators of text", () => {
  it("joins strings", async () => {
    expect(await outputsOf({ operator: "StringConcat", inputs: [input("string", [2, 1]), input("string", [3])] })).toEqual(["string 2×3"]);
  });

  it("matches a pattern", async () => {
    const { outputs, report } = await analyzeNode({
      operator: "RegexFullMatch",
      inputs: [input("string", [4])],
      attributes: { pattern: "a+" },
    });
    expect(outputs).toEqual(["bool 4"]);
    expect(report.layers[0]!.attributes).toEqual({ pattern: "a+" });
  });

  it("cuts strings at a delimiter", async () => {
    const known = input("string", [2], ["a-b-c", "d"]);
    expect(await outputsOf({ operator: "StringSplit", inputs: [known], attributes: { delimiter: "-" }, outputs: 2 })).toEqual([
      "string 2×3",
      "int64 2",
    ]);
    const attributes = { delimiter: "-", maxsplit: 1 };
    expect(await outputsOf({ operator: "StringSplit", inputs: [known], attributes, outputs: 2 })).toEqual(["string 2×2", "int64 2"]);
    const { report } = await analyzeNode({ operator: "StringSplit", inputs: [input("string", [2])], attributes, outputs: 2 });
    expect(report.model.outputs[0]).toMatchObject({ shape: [2, 2], status: "at-most" });
  });

  it("leaves out stop words", async () => {
    const attributes = { stopwords: ["is"], case_change_action: "LOWER", is_case_sensitive: 1 };
    const words = input("string", [3], ["Monday", "is", "IS"]);
    expect(await outputsOf({ operator: "StringNormalizer", inputs: [words], attributes })).toEqual(["string 2"]);
    await expect(
      analyzeNode({ operator: "StringNormalizer", inputs: [words], attributes: { case_change_action: "TITLE" } }),
    ).rejects.toThrow('attribute case_change_action is "TITLE", not one of NONE, LOWER, UPPER');
  });

  it("counts n-grams", async () => {
    const attributes = {
      mode: "TF",
      min_gram_length: 2,
      max_gram_length: 2,
      max_skip_count: 0,
      ngram_counts: [0, 4],
      ngram_indexes: [0, 1, 6, 3],
      pool_int64s: [2, 3, 5, 4],
    };
    expect(await outputsOf({ operator: "TfIdfVectorizer", inputs: [input("int64", [3, 12])], attributes })).toEqual(["float32 3×7"]); // 6 + 1
    const { mode: _mode, ...rest } = attributes;
    const weighted = { ...rest, weights: { floats: [1, 1, 1, 1] } };
    await expect(analyzeNode({ operator: "TfIdfVectorizer", inputs: [input("int64", [12])], attributes: weighted })).rejects.toThrow(
      "attribute mode is missing",
    );
  });
});
