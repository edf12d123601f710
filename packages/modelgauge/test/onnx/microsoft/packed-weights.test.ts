import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored, type TestNode } from "../analyze-node.ts";

const x = input("float32", [2, 5, 32]);

describe("weights that are packed into bytes", () => {
  it("com.microsoft::MatMulNBits counts elements as parameters, and stored bytes as size", async () => {
    const node = { operator: "com.microsoft::MatMulNBits", attributes: { K: 32, N: 24, bits: 4, block_size: 16 } };
    const inputs = [x, stored("uint8", [24, 2, 8]), stored("float32", [48])];
    const { outputs, macs, params, bytes, report } = await analyzeNode({ ...node, inputs });
    expect({ outputs, macs, params, bytes }).toEqual({
      outputs: ["float32 2×5×24"],
      macs: 7_680, // 10 · 24 · 32
      params: 768, // 24 · 32
      bytes: 576, // 384, and 48 scales of 4
    });
    expect(report.layers[0]?.weights[0]).toMatchObject({ dtype: "uint4", shape: [24, 32], role: "weight" });
  });

  it("com.microsoft::MatMulNBits has zero points, a bias, and padded blocks", async () => {
    const node = { operator: "com.microsoft::MatMulNBits", attributes: { K: 24, N: 8, bits: 2, block_size: 16 } };
    const inputs = [
      input("float32", [5, 24]),
      stored("uint8", [8, 2, 4]),
      stored("float32", [16]),
      stored("uint8", [8]),
      undefined,
      stored("float32", [8]),
    ];
    expect(await analyzeNode({ ...node, inputs })).toMatchObject({
      outputs: ["float32 5×8"],
      macs: 960, // 5 · 8 · 24
      params: 200, // 8 · 24 + 8
      bytes: 168, // 8 · 2 · 4, 16 scales and 8 biases of 4, 8 zero points
    });
    await expect(analyzeNode({ ...node, inputs: inputs.with(0, x) })).rejects.toThrow("A is 2×5×32, the weight expects 24 features");
    await expect(analyzeNode({ ...node, attributes: { K: 24 }, inputs })).rejects.toThrow("attribute N is missing");
  });

  it("com.microsoft::MatMulNBits of a width without a dtype counts right too", async () => {
    const node = { operator: "com.microsoft::MatMulNBits", attributes: { K: 32, N: 24, bits: 3, block_size: 16 } };
    const inputs = [x, stored("uint8", [24, 2, 6]), stored("float32", [48])];
    expect(await analyzeNode({ ...node, inputs })).toMatchObject({ params: 768, bytes: 480 }); // 24 · 2 · 6, and 48 · 4
  });

  it("com.microsoft::MatMulNBitsMlp fuses a norm, two products and a gate", async () => {
    const weights = [stored("uint8", [24, 1, 16]), stored("float32", [24])];
    const inputs = [
      x,
      x,
      stored("float32", [32]),
      ...weights,
      undefined,
      stored("uint8", [24, 1, 16]),
      stored("float32", [24]),
      stored("float32", [24]),
    ];
    const attributes = { K: 32, N: 24, bits: 4, block_size: 32, activation: "silu" };
    expect(await analyzeNode({ operator: "com.microsoft::MatMulNBitsMlp", inputs, attributes, outputs: 2 })).toMatchObject({
      outputs: ["float32 2×5×24", "float32 2×5×32"],
      types: ["elementwise", "layer-norm", "linear", "activation", "linear", "elementwise"],
      macs: 15_360,
      params: 1_592, // 2 · 768 + 32 + 24
    });
  });

  it("com.microsoft::MatMulNBitsQkv fuses a norm and three products", async () => {
    const weight = (rows: number) => [stored("uint8", [rows, 1, 16]), stored("float32", [rows]), undefined];
    const inputs = [x, undefined, stored("float32", [32]), ...weight(24), ...weight(8), ...weight(8)];
    const attributes = { K: 32, Nq: 24, Nkv: 8, bits: 4, block_size: 32 };
    expect(await analyzeNode({ operator: "com.microsoft::MatMulNBitsQkv", inputs, attributes, outputs: 3 })).toMatchObject({
      outputs: ["float32 2×5×24", "float32 2×5×8", "float32 2×5×8"],
      macs: 12_800, // 10 · 32 · (24 + 8 + 8)
      params: 1_312, // 32 · 40 + 32
    });
  });

  it("com.microsoft::MatMulBnb4 multiplies with the transpose too", async () => {
    const node = { operator: "com.microsoft::MatMulBnb4", attributes: { K: 32, N: 24, block_size: 16, quant_type: 1 } };
    const weights = [stored("uint8", [384]), stored("float32", [48])];
    expect(await analyzeNode({ ...node, inputs: [x, ...weights] })).toMatchObject({
      outputs: ["float32 2×5×24"],
      macs: 7_680,
      params: 768,
      bytes: 576,
    });
    const back = { ...node, inputs: [input("float32", [3, 24]), ...weights], attributes: { ...node.attributes, transB: 0 } };
    expect(await analyzeNode(back)).toMatchObject({ outputs: ["float32 3×32"], macs: 2_304 });
  });

  it("com.microsoft::MatMulFpQ4 is told the shape", async () => {
    const inputs = [x, stored("uint8", [480]), stored("int64", [2], [32, 24])];
    const node = { operator: "com.microsoft::MatMulFpQ4", inputs };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 2×5×24"], macs: 7_680, params: 768, bytes: 496 }); // 480, and the shape
    const unknown = await analyzeNode({ ...node, inputs: inputs.with(2, input("int64", [2])) });
    expect(unknown.report.coverage.undescribed).toHaveLength(1);
  });

  it("com.microsoft::MatMulBlockQuantizedFp4Weight, com.microsoft::MatMulBlockQuantizedFp8Weight have floating-point weights", async () => {
    const half = input("float16", [2, 5, 32]);
    const scalar = stored("float32", []);
    const four = {
      operator: "com.microsoft::MatMulBlockQuantizedFp4Weight",
      inputs: [half, stored("uint8", [24, 16]), stored("uint8", [24, 2]), scalar],
    };
    expect(await analyzeNode(four)).toMatchObject({ outputs: ["float16 2×5×24"], macs: 7_680, params: 768, bytes: 436 }); // 384 + 48 + 4
    const eight: TestNode = {
      operator: "com.microsoft::MatMulBlockQuantizedFp8Weight",
      inputs: [half, stored("float8e4m3fn", [24, 32]), stored("float32", [24, 1]), scalar],
    };
    const quantised = await analyzeNode(eight);
    expect(quantised).toMatchObject({ outputs: ["float16 2×5×24"], types: ["quantize", "linear"], macs: 7_680, params: 768 });
    expect(await analyzeNode({ ...eight, inputs: eight.inputs.slice(0, 3) })).toMatchObject({ types: ["linear"] });
  });

  it("com.microsoft::GatherBlockQuantized looks up rows", async () => {
    const inputs = [stored("uint8", [20, 16]), input("int64", [1, 3]), stored("float32", [20, 2])];
    const node = { operator: "com.microsoft::GatherBlockQuantized", inputs, attributes: { bits: 4, block_size: 16, quantize_axis: 1 } };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 1×3×32"], params: 640, bytes: 480 }); // 20 · 32; 320, and 40 · 4
    const eight = { ...node, attributes: { ...node.attributes, bits: 8 } };
    expect(await analyzeNode(eight)).toMatchObject({ outputs: ["float32 1×3×16"], params: 320 });
    const named = { ...node, inputs: [stored("int4", [20, 32]), inputs[1], inputs[2]] };
    expect(await analyzeNode(named)).toMatchObject({ outputs: ["float32 1×3×32"], params: 640 });
  });

  it("com.microsoft::TorchEmbedding looks up rows", async () => {
    const node = { operator: "com.microsoft::TorchEmbedding", inputs: [stored("float32", [20, 32]), input("int64", [1, 3])] };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 1×3×32"], params: 640 });
  });
});

describe("mixtures of experts", () => {
  const tokens = [input("float32", [6, 16]), input("float32", [6, 4])];

  it("com.microsoft::MoE counts the experts that run", async () => {
    const weights = [
      stored("float32", [4, 32, 16]),
      stored("float32", [4, 32]),
      stored("float32", [4, 16, 32]),
      stored("float32", [4, 16]),
    ];
    const node = { operator: "com.microsoft::MoE", inputs: [...tokens, ...weights], attributes: { k: 2, activation_type: "gelu" } };
    expect(await analyzeNode(node)).toMatchObject({
      outputs: ["float32 6×16"],
      macs: 12_288, // 6 · 2 experts · 2 · 16 · 32
      params: 4_288, // 4 · (2 · 16 · 32 + 32 + 16)
    });
    const gated = [stored("float32", [4, 32, 16]), undefined, stored("float32", [4, 16, 32]), undefined, stored("float32", [4, 32, 16])];
    const silu = { ...node, inputs: [...tokens, ...gated], attributes: { k: 1, activation_type: "silu" } };
    expect(await analyzeNode(silu)).toMatchObject({ macs: 9_216, params: 6_144 }); // 6 · 3 · 16 · 32; 4 · 3 · 512
    const fused = [stored("float32", [4, 64, 16]), stored("float32", [4, 64]), stored("float32", [4, 16, 32]), stored("float32", [4, 16])];
    const swiglu = {
      ...node,
      inputs: [input("float32", [2, 3, 16]), tokens[1], ...fused],
      attributes: { k: 1, activation_type: "swiglu", swiglu_fusion: 1 },
    };
    expect(await analyzeNode(swiglu)).toMatchObject({ outputs: ["float32 2×3×16"], macs: 9_216 });
  });

  it("com.microsoft::QMoE has packed experts", async () => {
    const weights = [
      stored("uint8", [4, 32, 8]),
      stored("float32", [4, 32]),
      undefined,
      stored("uint8", [4, 16, 16]),
      stored("float32", [4, 16]),
    ];
    const node = { operator: "com.microsoft::QMoE", inputs: [...tokens, ...weights], attributes: { k: 2, expert_weight_bits: 4 } };
    expect(await analyzeNode(node)).toMatchObject({
      outputs: ["float32 6×16"],
      macs: 12_288,
      params: 4_096, // 4 · 2 · 16 · 32
      bytes: 2_816, // half a byte each, and 192 scales of 4
    });
    const wide = {
      ...node,
      inputs: [...tokens, stored("uint8", [4, 32, 16]), weights[1], undefined, stored("uint8", [4, 16, 32]), weights[4]],
    };
    expect(await analyzeNode({ ...wide, attributes: { k: 2, expert_weight_bits: 8 } })).toMatchObject({ macs: 12_288, params: 4_096 });
    await expect(analyzeNode({ ...node, attributes: { expert_weight_bits: 3 } })).rejects.toThrow(
      "attribute expert_weight_bits is 3, not 2, 4 or 8",
    );
  });

  it("refuses weights that do not fit", async () => {
    const weights = [stored("float32", [4, 32, 15]), undefined, stored("float32", [4, 16, 32])];
    const wrong = analyzeNode({ operator: "com.microsoft::MoE", inputs: [...tokens, ...weights] });
    await expect(wrong).rejects.toThrow("the second weight is 4×16×32, not 4 × 16 × 30");
  });
});
