import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "../analyze-node.ts";

const int32 = 6;
const float32 = 1;

function value(name: string, elemType: number, dims: readonly (number | string)[]): object {
  const dim = dims.map((size) => (typeof size === "number" ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

/** Looks tokens up in a table of 50 × 8 and multiplies each with 8 × 50; hands on a past. */
const decoder = {
  graph: {
    name: "decoder",
    input: [value("ids", int32, ["batch_size", "seq_len"]), value("past", float32, [2, "batch_size", 4, "past_seq_len", 2])],
    node: [
      { opType: "Gather", input: ["table", "ids"], output: ["embedded"] },
      { opType: "MatMul", input: ["embedded", "head"], output: ["logits"] },
      { opType: "Identity", input: ["past"], output: ["present"] },
    ],
    output: [{ name: "logits" }, { name: "present" }],
    initializer: [
      { name: "table", dataType: float32, dims: [50, 8] },
      { name: "head", dataType: float32, dims: [8, 50] },
    ],
  },
};
const prompt = input("int32", [2, 5]);
const number = (of: number) => stored("int32", [1], [of]);
const tokens = { eos_token_id: 0, pad_token_id: 0 };

describe("text generation", () => {
  it("com.microsoft::GreedySearch counts the decoder's first step, at least", async () => {
    const node = { operator: "com.microsoft::GreedySearch", inputs: [prompt, number(20)], attributes: { decoder, ...tokens } };
    const { outputs, params, report } = await analyzeNode(node);
    expect(outputs).toEqual(["int32 2×20"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 4_000, status: "at-least" }); // 10 tokens · 8 · 50
    expect(params).toBe(800);
    expect(report.coverage.undescribed).toEqual([{ operator: "com.microsoft::GreedySearch", layers: 1 }]);
    expect(report.diagnostics[0]?.message).toContain("depends on the text that it generates");
    expect(report.layers[0]?.bodies?.[0]?.layers[2]?.outputs[0]).toMatchObject({ shape: [2, 2, 4, 0, 2] }); // no past yet
  });

  it("com.microsoft::Sampling gives out logits, and runs the first decoder", async () => {
    const attributes = { decoder, init_decoder: decoder, vocab_size: 50, ...tokens };
    const node = { operator: "com.microsoft::Sampling", inputs: [prompt, number(20)], attributes, outputs: 2 };
    const { outputs, report } = await analyzeNode(node);
    expect(outputs).toEqual(["int32 2×20", "float32 2×50"]);
    expect(report.layers[0]?.bodies?.map(({ name, runs, status }) => ({ name, runs, status }))).toEqual([
      { name: "init_decoder", runs: 1, status: "at-least" },
    ]);
  });

  it("com.microsoft::BeamSearch reads one token after an encoder", async () => {
    const encoder = { graph: { ...decoder.graph, name: "encoder" } };
    const inputs = [prompt, number(20), undefined, number(4), number(3)];
    const attributes = { encoder, decoder, vocab_size: 50, ...tokens };
    const { outputs, macs } = await analyzeNode({ operator: "com.microsoft::BeamSearch", inputs, attributes, outputs: 3 });
    expect(outputs).toEqual(["int32 2×3×20", "float32 2×3", "float32 15×2×4×50"]); // 20 − 5 steps
    expect(macs).toBe(4_800); // 10 · 400 and 2 · 400
  });

  it("com.microsoft::WhisperBeamSearch starts from features", async () => {
    const speech = value("features", float32, ["batch_size", 80, 30]);
    const encoder = {
      graph: { name: "encoder", input: [speech], node: [{ opType: "Relu", input: ["features"], output: ["y"] }], output: [{ name: "y" }] },
    };
    const inputs = [input("float32", [2, 80, 30]), number(20), undefined, number(4), number(3)];
    const node = { operator: "com.microsoft::WhisperBeamSearch", inputs, attributes: { encoder, decoder, ...tokens } };
    const { outputs, macs } = await analyzeNode({ ...node, outputs: [true, true, false, false, true] });
    expect(outputs).toEqual(["int32 2×3×20", "float32 2×3", "float32 2"]);
    expect(macs).toBe(800); // 2 tokens · 8 · 50
  });

  it("leaves open how long the text is, where only a run tells", async () => {
    const node = { operator: "com.microsoft::GreedySearch", inputs: [prompt, input("int32", [1])], attributes: { decoder, ...tokens } };
    expect((await analyzeNode(node)).outputs).toEqual(["unknown"]);
  });
});
