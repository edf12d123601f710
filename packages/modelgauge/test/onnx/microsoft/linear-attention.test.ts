import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "../analyze-node.ts";

const float = (...shape: readonly number[]) => input("float32", shape);

describe("linear attention", () => {
  it("com.microsoft::LinearAttention updates a state", async () => {
    const inputs = [float(2, 5, 16), float(2, 5, 16), float(2, 5, 32), float(2, 2, 8, 16), float(2, 5, 2), float(2, 5, 2)];
    const attributes = { q_num_heads: 2, kv_num_heads: 2 };
    expect(await analyzeNode({ operator: "com.microsoft::LinearAttention", inputs, attributes, outputs: 2 })).toMatchObject({
      outputs: ["float32 2×5×32", "float32 2×2×8×16"],
      macs: 7_680, // 10 tokens · 2 heads · 8 · 16 · 3
    });
    const windowed = inputs.with(3, float(3, 2, 2, 8, 16));
    const { outputs } = await analyzeNode({
      operator: "com.microsoft::LinearAttention",
      inputs: windowed,
      attributes: { ...attributes, state_window: 3 },
      outputs: 2,
    });
    expect(outputs).toEqual(["float32 2×5×32", "float32 3×2×2×8×16"]);
  });

  it("com.microsoft::GatedDeltaNet reads packed tokens", async () => {
    const tokens = [float(7, 2, 8), float(7, 2, 8), float(7, 4, 16), input("int32", [4])];
    const gates = [float(7, 4), float(7, 4), float(3, 4, 16, 8), stored("float32", [4]), stored("float32", [4])];
    const attributes = { gate_activation: "qwen", beta_activation: "sigmoid", qk_l2_norm: 1 };
    const node = { operator: "com.microsoft::GatedDeltaNet", inputs: [...tokens, ...gates], attributes, outputs: 2 };
    expect(await analyzeNode(node)).toMatchObject({
      outputs: ["float32 7×4×16", "float32 3×4×16×8"],
      macs: 10_752, // 7 tokens · 4 value heads · 8 · 16 · 3
      params: 8,
    });
    const batched = [
      float(2, 5, 2, 8),
      float(2, 5, 2, 8),
      float(2, 5, 2, 16),
      undefined,
      float(2, 5, 2),
      float(2, 5, 2),
      float(2, 2, 16, 8),
    ];
    const captured = { operator: "com.microsoft::GatedDeltaNet", inputs: [...batched, undefined, undefined, input("int32", [2])] };
    const { outputs } = await analyzeNode({ ...captured, attributes: { state_update_capacity: 4 }, outputs: 3 });
    expect(outputs).toEqual(["float32 2×5×2×16", "float32 2×2×16×8", "float32 2×200"]); // 4 · (2 + 2 · 8 + 2 · 16)
  });

  it("com.microsoft::LinearAttentionGate makes decay and update rate", async () => {
    const inputs = [input("float16", [2, 5, 4]), stored("float32", [4]), stored("float32", [4]), input("float16", [2, 5, 4])];
    expect(await analyzeNode({ operator: "com.microsoft::LinearAttentionGate", inputs, outputs: 2 })).toMatchObject({
      outputs: ["float16 2×5×4", "float16 2×5×4"],
      types: ["cast", "elementwise", "activation", "elementwise", "cast", "activation"],
      params: 8,
    });
  });

  it("com.microsoft::CausalConvWithState keeps the last elements", async () => {
    const operator = "com.microsoft::CausalConvWithState";
    const weights = [stored("float32", [4, 1, 3]), stored("float32", [4])];
    const first = { operator, inputs: [float(2, 4, 6), ...weights, float(2, 4, 2)], attributes: { activation: "silu" }, outputs: 2 };
    expect(await analyzeNode(first)).toMatchObject({
      outputs: ["float32 2×4×6", "float32 2×4×2"],
      macs: 144, // 2 · 4 · 6 · 3
      params: 16,
    });
    const last = [float(2, 6, 2, 2), stored("float32", [4, 1, 3])];
    const dilated = { operator, inputs: last, attributes: { channels_last: 1, dilation: 2 }, outputs: 2 };
    expect(await analyzeNode(dilated)).toMatchObject({ outputs: ["float32 2×6×2×2", "float32 2×4×2×2"], macs: 144 });
    const windowed = { operator, inputs: [float(2, 4, 2), ...weights, float(3, 2, 4, 2)], attributes: { state_window: 3 }, outputs: 2 };
    expect(await analyzeNode(windowed)).toMatchObject({ outputs: ["float32 2×4×2", "float32 3×2×4×2"], macs: 48 });
    const image = { operator, inputs: [float(1, 4, 5, 6), stored("float32", [4, 1, 3, 2])], attributes: { ndim: 2 } };
    expect(await analyzeNode(image)).toMatchObject({ outputs: ["float32 1×4×5×6"], macs: 720 }); // 4 · 30 · 6
  });

  it("com.microsoft::VarlenCausalConvWithState reads packed tokens", async () => {
    const inputs = [float(7, 4), stored("float32", [4, 1, 3]), input("int32", [4]), undefined, float(3, 4, 2), input("int32", [3])];
    const operator = "com.microsoft::VarlenCausalConvWithState";
    expect(await analyzeNode({ operator, inputs, attributes: { state_update_capacity: 2, activation: "silu" }, outputs: 3 })).toMatchObject(
      {
        outputs: ["float32 7×4", "float32 3×4×2", "float32 3×2×4"],
        macs: 84, // 7 · 4 · 3
      },
    );
  });

  it("refuses what does not fit", async () => {
    const conv = { operator: "com.microsoft::CausalConvWithState", inputs: [float(2, 4, 6), stored("float32", [4, 1, 3])] };
    await expect(analyzeNode({ ...conv, attributes: { ndim: 2 } })).rejects.toThrow(
      "the weight is 4×1×3, not channels × 1 × 2 kernel sizes",
    );
    await expect(analyzeNode({ ...conv, attributes: { state_window: 9 } })).rejects.toThrow(
      "a dilation of 1 with a window of 9 states cannot be",
    );
    const flat = { ...conv, inputs: [float(4, 6), stored("float32", [4, 1, 3])] };
    await expect(analyzeNode(flat)).rejects.toThrow("the input is 4×6, not of 1 spatial dimensions");
    await expect(analyzeNode({ ...conv, inputs: [...conv.inputs, undefined, float(4, 2)] })).rejects.toThrow(
      "the state is 4×2, the input 2×4×6",
    );
    const linear = { operator: "com.microsoft::LinearAttention", inputs: [float(2, 5, 16), float(2, 5, 16), float(2, 5, 32)] };
    await expect(analyzeNode(linear)).rejects.toThrow("attribute q_num_heads is missing");
  });
});
