import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "./analyze-node.ts";

describe("recurrent operators", () => {
  const gates = { LSTM: 4, GRU: 3, RNN: 1 };

  it("multiply by steps and directions", async () => {
    for (const [operator, count] of Object.entries(gates)) {
      const inputs = [
        input("float32", [10, 2, 8]),
        stored("float32", [2, count * 16, 8]),
        stored("float32", [2, count * 16, 16]),
        stored("float32", [2, 2 * count * 16]),
      ];
      const { outputs, macs, params } = await analyzeNode({
        operator,
        inputs,
        attributes: { hidden_size: 16, direction: "bidirectional" },
        outputs: 2,
      });
      expect(outputs).toEqual(["float32 10×2×2×16", "float32 2×2×16"]);
      expect(macs).toBe(10 * 2 * 2 * count * 16 * (8 + 16));
      expect(params).toBe(2 * count * 16 * (8 + 16 + 2));
    }
  });

  it("take the batch first with layout 1; an LSTM also gives its cell out", async () => {
    const inputs = [input("float32", [2, 10, 8]), stored("float32", [1, 64, 8]), stored("float32", [1, 64, 16])];
    const { outputs } = await analyzeNode({ operator: "LSTM", inputs, attributes: { layout: 1 }, outputs: 3 });
    expect(outputs).toEqual(["float32 2×10×1×16", "float32 2×1×16", "float32 2×1×16"]);
  });

  it("refuse a weight of other features", async () => {
    const inputs = [input("float32", [10, 2, 7]), stored("float32", [1, 64, 8]), stored("float32", [1, 64, 16])];
    await expect(analyzeNode({ operator: "LSTM", inputs })).rejects.toThrow('LSTM "node": the input has 7 features, the weight expects 8');
  });
});

describe("attention", () => {
  it("counts both products of all query heads; fewer key heads save nothing", async () => {
    const inputs = [input("float32", [1, 128, 512]), input("float32", [1, 100, 128]), input("float32", [1, 100, 128])];
    const attributes = { q_num_heads: 8, kv_num_heads: 2 };
    const { outputs, macs } = await analyzeNode({ operator: "Attention", inputs, attributes, version: 23 });
    expect(outputs).toEqual(["float32 1×128×512"]);
    expect(macs).toBe(13_107_200); // 8 · 128 · 100 · (64 + 64)
  });

  it("puts the past in front, and gives key, value and scores out", async () => {
    const head = (length: number): ReturnType<typeof input> => input("float32", [1, 4, length, 16]);
    const inputs = [head(1), head(1), head(1), undefined, head(9), head(9)];
    const { outputs, macs } = await analyzeNode({ operator: "Attention", inputs, outputs: 4, version: 24 });
    expect(outputs).toEqual(["float32 1×4×1×16", "float32 1×4×10×16", "float32 1×4×10×16", "float32 1×4×1×10"]);
    expect(macs).toBe(1_280); // 4 · 1 · 10 · 32
  });

  it("needs the number of heads where they are packed", async () => {
    const x = input("float32", [1, 4, 8]);
    await expect(analyzeNode({ operator: "Attention", inputs: [x, x, x], version: 23 })).rejects.toThrow(
      "attribute q_num_heads is missing",
    );
  });

  it("RotaryEmbedding turns pairs", async () => {
    const table = stored("float32", [2, 8]);
    const { outputs, params, report } = await analyzeNode({
      operator: "RotaryEmbedding",
      inputs: [input("float32", [1, 4, 2, 16]), table, table],
      version: 23,
    });
    expect(outputs).toEqual(["float32 1×4×2×16"]);
    expect(params).toBe(0);
    expect(report.totals["ops"]?.["total"]?.value).toBe(64 * 6); // 4 · 2 · 8 pairs
  });

  it("LinearAttention carries a state", async () => {
    const x = input("float32", [2, 5, 32]);
    const attributes = { update_rule: "linear", q_num_heads: 4, kv_num_heads: 4 };
    const { outputs, macs } = await analyzeNode({ operator: "LinearAttention", inputs: [x, x, x], attributes, outputs: 2, version: 27 });
    expect(outputs).toEqual(["float32 2×5×32", "float32 2×4×8×8"]);
    expect(macs).toBe(5_120); // 10 tokens · 4 heads · 2 · 64
  });

  it("FlexAttention without graphs is attention", async () => {
    const x = input("float32", [2, 4, 8, 16]);
    const { outputs, macs } = await analyzeNode({ operator: "ai.onnx.preview::FlexAttention", inputs: [x, x, x] });
    expect(outputs).toEqual(["float32 2×4×8×16"]);
    expect(macs).toBe(16_384); // 8 heads · 64 · 32
  });
});
