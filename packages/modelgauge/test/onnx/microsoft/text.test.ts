import { describe, expect, it } from "vitest";
import { analyzeNode, input, outputsOf, stored } from "../analyze-node.ts";

describe("text", () => {
  it("com.microsoft::Tokenizer cuts where it is told", async () => {
    const common = { mark: 0, mincharnum: 1, pad_value: "#" };
    const node = { operator: "com.microsoft::Tokenizer", inputs: [input("string", [2], ["ab cd", "e"])] };
    expect(await outputsOf({ ...node, attributes: { ...common, separators: [" "] } })).toEqual(["string 2×2"]);
    expect(await outputsOf({ ...node, attributes: { ...common, mark: 1, tokenexp: "." } })).toEqual(["string 2×7"]);
    const expression = await analyzeNode({ ...node, attributes: { ...common, tokenexp: "[a-z]+" } });
    expect(expression.report.model.outputs[0]).toMatchObject({ shape: [2, 5], status: "at-most" });
    await expect(analyzeNode({ ...node, attributes: common })).rejects.toThrow("one of the attributes separators and tokenexp is expected");
  });

  it("com.microsoft::WordConvEmbedding embeds words by their characters", async () => {
    const weights = [stored("float32", [5, 1, 2, 4]), stored("float32", [5]), stored("float32", [20, 4])];
    const node = { operator: "com.microsoft::WordConvEmbedding", inputs: [input("int32", [3, 6]), ...weights] };
    expect(await analyzeNode(node)).toMatchObject({
      outputs: ["float32 3×5"],
      macs: 600, // 3 words · 5 windows · 5 filters · 2 · 4
      params: 125, // 40 + 5 + 80
    });
    expect(await outputsOf({ ...node, inputs: [input("int32", [2, 3, 6]), ...weights] })).toEqual(["float32 2×5"]);
  });

  it("com.microsoft::NGramRepeatBlock, com.microsoft::BifurcationDetector look for n-grams", async () => {
    const block = { operator: "com.microsoft::NGramRepeatBlock", inputs: [input("int64", [2, 5]), input("float32", [2, 30])] };
    expect(await outputsOf({ ...block, attributes: { ngram_size: 3 } })).toEqual(["float32 2×30"]);
    const detector = {
      operator: "com.microsoft::BifurcationDetector",
      inputs: [input("int64", [4]), input("int64", [2]), input("int64", [])],
    };
    expect(await outputsOf({ ...detector, outputs: 2 })).toEqual(["int64 2", "int64 "]);
    const predicted = await analyzeNode({ ...detector, inputs: [...detector.inputs, input("int64", [3])], outputs: 2 });
    expect(predicted.report.model.outputs[0]).toMatchObject({ shape: [5], status: "at-most" });
  });

  it("com.microsoft::NGramHashMapping, com.microsoft::VarlenNGramHashMapping hash n-grams", async () => {
    const numbers = [stored("int64", [3]), stored("int64", [4])];
    const attributes = { max_ngram_size: 3, n_head_per_ngram: 2, pad_id: 0 };
    const operator = "com.microsoft::NGramHashMapping";
    const tokens = input("int64", [2, 5]);
    const past = [input("int64", [2, 2]), stored("int64", [4])];
    expect(await outputsOf({ operator, inputs: [tokens, ...numbers], attributes, outputs: 2 })).toEqual(["int64 2×5×4", "int64 2×2"]);
    expect(await outputsOf({ operator, inputs: [tokens, ...numbers, ...past], attributes, outputs: 2 })).toEqual([
      "int64 2×5×4",
      "int64 2×2",
    ]);
    const packed = [input("int64", [7]), ...numbers, input("int32", [4]), undefined, undefined, undefined, input("int32", [7])];
    const varlen = { operator: "com.microsoft::VarlenNGramHashMapping", inputs: packed, attributes, outputs: 3 };
    expect(await outputsOf(varlen)).toEqual(["int64 7×4", "int64 3×2", "int32 3×2"]);
  });

  it("com.microsoft::EPContext, com.microsoft::Snpe cannot be looked into", async () => {
    for (const operator of ["com.microsoft::EPContext", "com.microsoft::Snpe"]) {
      const { report } = await analyzeNode({ operator, inputs: [input("float32", [2])] });
      expect(report.coverage.undescribed).toEqual([{ operator, layers: 1 }]);
      expect(report.diagnostics[0]?.message).toContain("which cannot be looked into");
    }
  });
});
