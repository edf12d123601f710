import { describe, expect, it } from "vitest";
import type { GraphInput } from "../analyze-graph.ts";
import { analyzeNode, input, stored } from "../analyze-node.ts";

const x = input("float32", [2, 5, 16]);
const merged = [stored("float32", [16, 48]), stored("float32", [48])];
const statusOf = async (node: Parameters<typeof analyzeNode>[0]) => (await analyzeNode(node)).report.totals["macs"]?.["total"];

describe("com.microsoft::Attention", () => {
  const attention = (inputs: readonly (GraphInput | undefined)[], more: object = {}) => ({
    operator: "com.microsoft::Attention",
    inputs,
    attributes: { num_heads: 4 },
    ...more,
  });

  it("projects, and attends under a mask", async () => {
    expect(await analyzeNode(attention([x, ...merged, input("int32", [2, 5])]))).toMatchObject({
      outputs: ["float32 2×5×16"],
      types: ["linear", "linear", "linear", "reshape", "attention"],
      macs: 9_280, // 10 tokens · 16 · 48, and 2 · 4 heads · 5 · 5 scores · (4 + 4)
      params: 816, // 16 · 48 + 48
      bytes: 3_264,
    });
  });

  it("takes masks of all forms, and a bias", async () => {
    const bias = input("float32", [1, 4, 5, 5]);
    for (const mask of [[2], [4], [8], [2, 5], [2, 5, 5], [2, 1, 8, 8]]) {
      const { outputs, macs } = await analyzeNode(attention([x, ...merged, input("int32", mask), undefined, bias]));
      expect({ outputs, macs }, mask.join("×")).toEqual({ outputs: ["float32 2×5×16"], macs: 9_280 });
    }
  });

  it("lets values be of another size", async () => {
    const inputs = [x, stored("float32", [16, 40]), stored("float32", [40])];
    expect(await analyzeNode(attention(inputs, { attributes: { num_heads: 4, qkv_hidden_sizes: [16, 16, 8] } }))).toMatchObject({
      outputs: ["float32 2×5×8"],
      macs: 7_600, // 10 · 16 · 40, and 200 scores · (4 + 2)
    });
  });

  it("attends to keys of earlier steps too", async () => {
    const inputs = [input("float32", [2, 3, 16]), ...merged, undefined, input("float32", [2, 2, 4, 6, 4])];
    expect(await analyzeNode(attention(inputs, { outputs: 2 }))).toMatchObject({
      outputs: ["float32 2×3×16", "float32 2×2×4×9×4"],
      macs: 6_336, // 6 · 16 · 48, and 2 · 4 · 3 · 9 · 8
    });
  });

  it("writes a shared buffer in place, as far as it is known to be filled", async () => {
    const past = [undefined, input("float32", [2, 2, 4, 16, 4]), undefined];
    const attributes = { num_heads: 4, past_present_share_buffer: 1, do_rotary: 1 };
    const known = [input("float32", [2, 3, 16]), ...merged, ...past, stored("int32", [1], [6])];
    const filled = await analyzeNode(attention(known, { attributes, outputs: 2 }));
    expect(filled).toMatchObject({ outputs: ["float32 2×3×16", "float32 2×2×4×16×4"], macs: 6_336 });
    expect(filled.types).toContain("rotary-embedding");
    const unknown = [input("float32", [2, 3, 16]), ...merged, ...past, input("int32", [1])];
    expect(await statusOf(attention(unknown, { attributes, outputs: 2 }))).toMatchObject({
      value: 7_680, // 4,608, and 2 · 4 · 3 · 16 · 8
      status: "at-most",
    });
  });

  it("refuses weights that do not divide", async () => {
    const wrong = [x, stored("float32", [16, 47])];
    await expect(analyzeNode(attention(wrong))).rejects.toThrow(
      'com.microsoft::Attention "node": 47 merged features do not divide into query, key and value',
    );
    await expect(analyzeNode(attention([x, stored("float32", [12, 48])]))).rejects.toThrow("the input is 2×5×16, the weight 12×48");
    await expect(analyzeNode(attention([x, ...merged], { attributes: {} }))).rejects.toThrow("attribute num_heads is missing");
  });
});

describe("kin of com.microsoft::Attention", () => {
  it("com.microsoft::DecoderMaskedSelfAttention adds one token", async () => {
    const past = input("float32", [2, 2, 4, 8, 4]);
    const inputs = [input("float32", [2, 1, 16]), ...merged, undefined, past, undefined, stored("int32", [1], [6])];
    const attributes = { num_heads: 4, past_present_share_buffer: 1 };
    const operator = "com.microsoft::DecoderMaskedSelfAttention";
    expect(await analyzeNode({ operator, inputs, attributes, outputs: 2 })).toMatchObject({
      outputs: ["float32 2×1×16", "float32 2×2×4×8×4"],
      macs: 1_984, // 2 · 16 · 48, and 2 · 4 · 7 keys · 8
    });
  });

  it("com.microsoft::QAttention projects integers into floating point", async () => {
    const scale = stored("float32", []);
    const zeroPoint = stored("uint8", []);
    const inputs = [
      input("uint8", [2, 5, 16]),
      stored("uint8", [16, 48]),
      stored("float32", [48]),
      scale,
      scale,
      undefined,
      zeroPoint,
      zeroPoint,
    ];
    expect(await analyzeNode({ operator: "com.microsoft::QAttention", inputs, attributes: { num_heads: 4 } })).toMatchObject({
      outputs: ["float32 2×5×16"],
      macs: 9_280,
      params: 816,
      bytes: 970, // 768 + 4 · 48, two scales and two zero points
      integerOps: 16_800, // 2 · 7,680, and of 480 elements a bias, a conversion, a multiplication
    });
  });

  it("com.microsoft::QOrderedAttention stays among integers", async () => {
    const scale = stored("float32", []);
    const weight = stored("int8", [16, 16]);
    const bias = stored("float32", [16]);
    const inputs = [input("int8", [2, 5, 16]), scale, scale, scale, scale, weight, weight, weight, scale, scale, scale, bias, bias, bias];
    const attributes = { num_heads: 4, order_input: 1, order_weight: 0, order_output: 1 };
    const node = { operator: "com.microsoft::QOrderedAttention", inputs: [...inputs, undefined, undefined, scale], attributes };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["int8 2×5×16"], macs: 9_280, params: 816 });
  });

  it("com.microsoft::DecoderAttention has the steps outermost", async () => {
    const flag = (value: number): GraphInput => stored("bool", [1], [value]);
    const weights = [stored("float32", [16, 16]), stored("float32", [16, 32]), stored("float32", [48])];
    const inputs = (crosses: GraphInput) => [
      input("float32", [3, 2, 16]),
      input("float32", [5, 2, 16]),
      ...weights,
      undefined,
      undefined,
      undefined,
      crosses,
      flag(0),
      flag(0),
      flag(0),
    ];
    const attributes = { num_heads: 4 };
    const operator = "com.microsoft::DecoderAttention";
    expect(await analyzeNode({ operator, inputs: inputs(flag(1)), attributes, outputs: 3 })).toMatchObject({
      outputs: ["float32 3×2×16", "float32 2×4×5×4", "float32 2×4×5×4"],
      macs: 7_616, // 6 tokens · 16 · 16 and 10 · 16 · 32, and 2 · 4 · 3 · 5 · 8
      params: 816,
    });
    const { report } = await analyzeNode({ operator, inputs: inputs(input("bool", [1])), attributes });
    expect(report.coverage.undescribed).toEqual([{ operator, layers: 1 }]);
    expect(report.model.outputs[0]).toMatchObject({ dtype: "float32", shape: [3, 2, 16] });
  });
});

describe("com.microsoft::MultiHeadAttention", () => {
  const other = input("float32", [2, 7, 16]);
  const attend = (inputs: readonly (GraphInput | undefined)[], more: object = {}) =>
    analyzeNode({ operator: "com.microsoft::MultiHeadAttention", inputs, attributes: { num_heads: 4 }, ...more });

  it("attends to another sequence", async () => {
    expect(await attend([x, other, other, stored("float32", [48]), input("int32", [2, 7])], { outputs: 3 })).toMatchObject({
      outputs: ["float32 2×5×16", "float32 2×4×7×4", "float32 2×4×7×4"],
      macs: 2_240, // 2 · 4 · 5 · 7 · 8
      params: 48,
    });
    const byHeads = input("float32", [2, 4, 6, 4]);
    expect(await attend([x, byHeads, byHeads, stored("float32", [48])])).toMatchObject({ outputs: ["float32 2×5×16"], macs: 1_920 });
  });

  it("takes what is packed apart", async () => {
    expect(await attend([input("float32", [2, 5, 4, 3, 4])])).toMatchObject({ outputs: ["float32 2×5×16"], macs: 1_600 });
    expect(await attend([x, input("float32", [2, 7, 4, 2, 4])])).toMatchObject({ outputs: ["float32 2×5×16"], macs: 2_240 });
  });

  it("appends to the past, and gives out scores", async () => {
    const past = input("float32", [2, 4, 6, 4]);
    const step = input("float32", [2, 1, 16]);
    const inputs = [step, step, step, undefined, undefined, undefined, past, past];
    expect(await attend(inputs, { outputs: 4 })).toMatchObject({
      outputs: ["float32 2×1×16", "float32 2×4×7×4", "float32 2×4×7×4", "float32 2×4×1×7"],
      macs: 448, // 2 · 4 · 7 · 8
    });
  });

  it("com.microsoft::DecoderMaskedMultiHeadAttention is the same for one token", async () => {
    const past = input("float32", [2, 4, 8, 4]);
    const packed = [input("float32", [2, 1, 48]), undefined, undefined, undefined, undefined, past, past, stored("int32", [1], [6])];
    const attributes = { num_heads: 4, past_present_share_buffer: 1 };
    const operator = "com.microsoft::DecoderMaskedMultiHeadAttention";
    expect(await analyzeNode({ operator, inputs: packed, attributes, outputs: 3 })).toMatchObject({
      outputs: ["float32 2×1×16", "float32 2×4×8×4", "float32 2×4×8×4"],
      macs: 448,
    });
  });

  it("refuses what does not fit", async () => {
    await expect(attend([x, other, other, stored("float32", [40])])).rejects.toThrow("the bias is 40, the projections have 48 features");
    await expect(attend([input("float32", [2, 5, 4, 2, 4])])).rejects.toThrow("query is 2×5×4×2×4, not batch × length × heads × 3 × size");
    const past = input("float32", [2, 4, 6, 4]);
    await expect(attend([x, x, x, undefined, undefined, undefined, past])).rejects.toThrow("past key and past value come together");
  });
});

describe("com.microsoft::GroupQueryAttention", () => {
  const lengths = input("int32", [2]);
  const step = [input("float32", [2, 1, 32]), input("float32", [2, 1, 16]), input("float32", [2, 1, 16])];
  const prompt = [input("float32", [2, 5, 32]), input("float32", [2, 5, 16]), input("float32", [2, 5, 16]), undefined, undefined];
  const node = (inputs: readonly (GraphInput | undefined)[], attributes: object = {}, outputs = 3) => ({
    operator: "com.microsoft::GroupQueryAttention",
    inputs,
    attributes: { num_heads: 4, kv_num_heads: 2, ...attributes },
    outputs,
  });
  const total = (length: number): GraphInput => stored("int32", [], [length]);

  it("shares keys among heads", async () => {
    expect(await analyzeNode(node([...prompt, lengths, total(5)]))).toMatchObject({
      outputs: ["float32 2×5×32", "float32 2×2×5×8", "float32 2×2×5×8"],
      macs: 3_200, // 2 · 4 heads · 5 · 5 · (8 + 8)
    });
    const packed = [input("float32", [2, 5, 64]), undefined, undefined, undefined, undefined, lengths, total(5)];
    expect(await analyzeNode(node(packed))).toMatchObject({
      outputs: ["float32 2×5×32", "float32 2×2×5×8", "float32 2×2×5×8"],
      macs: 3_200,
    });
  });

  it("counts the keys of its window", async () => {
    expect(await analyzeNode(node([...prompt, lengths, total(5)], { local_window_size: 3 }))).toMatchObject({ macs: 1_920 }); // 3 of 5 keys
  });

  it("appends to a cache, or writes a buffer that is long enough", async () => {
    const cache = (length: number) => [...step, input("float32", [2, 2, length, 8]), input("float32", [2, 2, length, 8]), lengths];
    expect(await analyzeNode(node([...cache(8), total(9)]))).toMatchObject({
      outputs: ["float32 2×1×32", "float32 2×2×9×8", "float32 2×2×9×8"],
      macs: 1_152, // 2 · 4 · 9 · 16
    });
    expect(await analyzeNode(node([...cache(64), total(9)]))).toMatchObject({
      outputs: ["float32 2×1×32", "float32 2×2×64×8", "float32 2×2×64×8"],
      macs: 1_152,
    });
    expect(await statusOf(node([...cache(8), input("int32", [])]))).toMatchObject({ value: 1_152, status: "at-most" });
  });

  it("slides a window-sized cache", async () => {
    const cache = [...step, input("float32", [2, 2, 4, 8]), input("float32", [2, 2, 4, 8]), lengths, total(9)];
    const slid = node(cache, { sliding_window_cache: 1, local_window_size: 4 });
    expect(await statusOf(slid)).toMatchObject({ value: 512, status: "at-most" }); // 2 · 4 · 4 keys · 16
  });

  it("reads a quantised cache", async () => {
    const eight = [...step, input("int8", [2, 2, 8, 8]), input("int8", [2, 2, 8, 8]), lengths, total(9)];
    expect(await analyzeNode(node(eight))).toMatchObject({ outputs: ["float32 2×1×32", "int8 2×2×9×8", "int8 2×2×9×8"], macs: 1_152 });
    const four = [...step, input("uint8", [2, 2, 8, 4]), input("uint8", [2, 2, 8, 4]), lengths, total(9)];
    expect(await analyzeNode(node(four, { kv_cache_bit_width: 4 }))).toMatchObject({
      outputs: ["float32 2×1×32", "uint8 2×2×9×4", "uint8 2×2×9×4"],
    });
  });

  it("turns and norms queries and keys", async () => {
    const tables = [stored("float32", [64, 4]), stored("float32", [64, 4])];
    const norms = [undefined, undefined, undefined, undefined, undefined, stored("float32", [8]), stored("float32", [8])];
    const { types, params, outputs } = await analyzeNode(node([...prompt, lengths, total(5), ...tables, ...norms], { do_rotary: 1 }, 1));
    expect(outputs).toEqual(["float32 2×5×32"]);
    expect(types.filter((type) => type === "rotary-embedding" || type === "layer-norm")).toHaveLength(4);
    expect(params).toBe(16); // the scales of the norms: tables of angles are not trained
  });
});
