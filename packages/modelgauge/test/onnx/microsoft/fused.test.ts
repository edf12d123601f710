import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored, type TestNode } from "../analyze-node.ts";

const x = input("float32", [2, 5, 16]);
const opsOf = async (node: TestNode) => (await analyzeNode(node)).report.totals["ops"]?.["total"]?.value;

describe("functions and their biases", () => {
  it("com.microsoft::Gelu, com.microsoft::QuickGelu compute each element", async () => {
    expect(await opsOf({ operator: "com.microsoft::Gelu", inputs: [x] })).toBe(160 * 5); // erf, 3 multiplications, an add
    expect(await opsOf({ operator: "com.microsoft::QuickGelu", inputs: [x] })).toBe(160 * 5); // exp, add, divide, 2 multiplications
  });

  it("com.microsoft::BiasGelu, com.microsoft::FastGelu add a bias before", async () => {
    for (const operator of ["com.microsoft::BiasGelu", "com.microsoft::FastGelu"]) {
      expect(await analyzeNode({ operator, inputs: [x, stored("float32", [16])] })).toMatchObject({
        outputs: ["float32 2×5×16"],
        types: ["elementwise", "activation"],
        params: 16,
      });
    }
    expect(await analyzeNode({ operator: "com.microsoft::FastGelu", inputs: [x] })).toMatchObject({ types: ["activation"] });
  });

  it("com.microsoft::BiasAdd adds two tensors", async () => {
    expect(await opsOf({ operator: "com.microsoft::BiasAdd", inputs: [x, stored("float32", [16]), x] })).toBe(320);
  });

  it("com.microsoft::BiasSplitGelu halves the features", async () => {
    expect(await analyzeNode({ operator: "com.microsoft::BiasSplitGelu", inputs: [x, stored("float32", [16])] })).toMatchObject({
      outputs: ["float32 2×5×8"],
      params: 16,
    });
    const odd = analyzeNode({ operator: "com.microsoft::BiasSplitGelu", inputs: [input("float32", [2, 5]), stored("float32", [5])] });
    await expect(odd).rejects.toThrow("5 features have no halves");
  });

  it("com.microsoft::BiasSoftmax normalises from an axis on", async () => {
    const inputs = [input("float32", [2, 4, 5, 6]), input("float32", [2, 1, 1, 6])];
    const node = { operator: "com.microsoft::BiasSoftmax", inputs, attributes: { axis: 2, is_inner_broadcast: 1 } };
    const { outputs, report } = await analyzeNode(node);
    expect(outputs).toEqual(["float32 2×4×5×6"]);
    expect(report.layers[1]?.attributes["axes"]).toEqual([2, 3]);
  });

  it("com.microsoft::BiasDropout gives a mask", async () => {
    const inputs = [x, stored("float32", [16]), x];
    expect(await analyzeNode({ operator: "com.microsoft::BiasDropout", inputs, outputs: 2 })).toMatchObject({
      outputs: ["float32 2×5×16", "bool 2×5×16"],
      types: ["elementwise", "dropout", "elementwise"],
    });
    expect(await analyzeNode({ operator: "com.microsoft::BiasDropout", inputs: inputs.slice(0, 2) })).toMatchObject({
      types: ["elementwise", "dropout"],
    });
  });

  it("com.microsoft::BitmaskDropout, com.microsoft::BitmaskBiasDropout pack the mask", async () => {
    const plain = { operator: "com.microsoft::BitmaskDropout", inputs: [x], outputs: 2 };
    expect((await analyzeNode(plain)).outputs).toEqual(["float32 2×5×16", "uint32 5"]); // 160 / 32
    const biased = {
      operator: "com.microsoft::BitmaskBiasDropout",
      inputs: [input("float32", [2, 5]), stored("float32", [5])],
      outputs: 2,
    };
    expect((await analyzeNode(biased)).outputs).toEqual(["float32 2×5", "uint32 1"]);
    const training = { ...plain, inputs: [x, stored("float32", [], [0.1]), stored("bool", [], [1])] };
    expect((await analyzeNode(training)).report.coverage.undescribed).toHaveLength(1);
  });

  it("com.microsoft::GatedAdd, com.microsoft::GatedRMSNorm open gates", async () => {
    expect(await opsOf({ operator: "com.microsoft::GatedAdd", inputs: [x, x, input("float32", [2, 5, 1])] })).toBe(320);
    const norm = { operator: "com.microsoft::GatedRMSNorm", inputs: [x, stored("float32", [8]), x] };
    expect(await analyzeNode(norm)).toMatchObject({ outputs: ["float32 2×5×16"], params: 8 });
    const wrong = analyzeNode({ ...norm, inputs: [x, stored("float32", [5]), x] });
    await expect(wrong).rejects.toThrow("16 features do not divide into groups of 5");
  });

  it("com.microsoft::EngramGate compares keys and queries", async () => {
    const keys = input("float32", [2, 5, 3, 8]);
    const scale = stored("float32", [3, 8]);
    const inputs = [keys, keys, input("float32", [2, 5, 8]), scale, scale, scale];
    expect(await analyzeNode({ operator: "com.microsoft::EngramGate", inputs, outputs: 2 })).toMatchObject({
      outputs: ["float32 2×5×3×8", "float32 2×5×3×8"],
      macs: 240, // 2 · 5 · 3 · 8
      params: 72,
    });
  });
});

describe("normalisation with what comes before", () => {
  const gamma = stored("float32", [16]);

  it("com.microsoft::SkipLayerNormalization gives the sum out", async () => {
    const inputs = [x, input("float32", [1, 5, 16]), gamma, stored("float32", [16]), stored("float32", [16])];
    const node = { operator: "com.microsoft::SkipLayerNormalization", inputs };
    expect(await analyzeNode({ ...node, outputs: [true, false, false, true] })).toMatchObject({
      outputs: ["float32 2×5×16", "float32 2×5×16"],
      types: ["elementwise", "layer-norm"],
      params: 48,
    });
    expect((await analyzeNode({ ...node, outputs: 3 })).outputs).toEqual(["float32 2×5×16", "float32 2×5×1", "float32 2×5×1"]);
  });

  it("com.microsoft::SkipSimplifiedLayerNormalization has no mean", async () => {
    const node = { operator: "com.microsoft::SkipSimplifiedLayerNormalization", inputs: [x, x, gamma] };
    expect((await analyzeNode({ ...node, outputs: [true, false, true, true] })).outputs).toEqual([
      "float32 2×5×16",
      "float32 2×5×1",
      "float32 2×5×16",
    ]);
    expect((await analyzeNode({ ...node, outputs: 2 })).report.coverage.undescribed).toHaveLength(1);
  });

  it("SimplifiedLayerNormalization takes the dtype of its scale", async () => {
    const node = { operator: "SimplifiedLayerNormalization", inputs: [x, stored("float32", [5, 16])], attributes: { axis: 1 }, outputs: 2 };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 2×5×16", "float32 2×1×1"], params: 80 });
    const mixed = { ...node, inputs: [x, stored("float16", [16])], attributes: {} };
    expect(await analyzeNode(mixed)).toMatchObject({ outputs: ["float16 2×5×16", "float32 2×5×1"], types: ["layer-norm", "cast"] });
  });

  it("com.microsoft::GroupNorm, com.microsoft::SkipGroupNorm have channels last", async () => {
    const image = input("float32", [1, 4, 4, 32]);
    const scales = [stored("float32", [32]), stored("float32", [32])];
    const attributes = { groups: 8, activation: 1 };
    expect(await analyzeNode({ operator: "com.microsoft::GroupNorm", inputs: [image, ...scales], attributes })).toMatchObject({
      outputs: ["float32 1×4×4×32"],
      types: ["group-norm", "activation"],
      params: 64,
    });
    const skip = {
      operator: "com.microsoft::SkipGroupNorm",
      inputs: [image, ...scales, input("float32", [1, 32])],
      attributes,
      outputs: 2,
    };
    expect(await analyzeNode(skip)).toMatchObject({
      outputs: ["float32 1×4×4×32", "float32 1×4×4×32"],
      types: ["reshape", "elementwise", "group-norm", "activation"],
    });
  });

  it("com.microsoft::EmbedLayerNormalization sums embeddings and counts words", async () => {
    const words = input("int32", [2, 5]);
    const tables = [stored("float32", [20, 16]), stored("float32", [10, 16]), stored("float32", [2, 16])];
    const inputs = [words, words, ...tables, gamma, stored("float32", [16]), words, input("int32", [1, 5])];
    expect(await analyzeNode({ operator: "com.microsoft::EmbedLayerNormalization", inputs, outputs: 3 })).toMatchObject({
      outputs: ["float32 2×5×16", "int32 2", "float32 2×5×16"],
      params: 544, // (20 + 10 + 2) · 16 + 16 + 16
    });
    const few = [words, undefined, tables[0], tables[1], undefined, gamma, stored("float32", [16])];
    expect((await analyzeNode({ operator: "com.microsoft::EmbedLayerNormalization", inputs: few, outputs: 2 })).outputs).toEqual([
      "float32 2×5×16",
      "int32 2",
    ]);
  });

  it("com.microsoft::QEmbedLayerNormalization dequantises what it looks up", async () => {
    const words = input("int32", [2, 5]);
    const tables = [stored("uint8", [20, 16]), stored("uint8", [10, 16]), stored("uint8", [2, 16])];
    const norm = [stored("uint8", [16]), stored("uint8", [16])];
    const scales = Array.from({ length: 5 }, () => stored("float32", []));
    const zeroPoints = Array.from({ length: 5 }, () => stored("uint8", []));
    const inputs = [words, words, ...tables, ...norm, words, ...scales, ...zeroPoints];
    expect(await analyzeNode({ operator: "com.microsoft::QEmbedLayerNormalization", inputs, outputs: 2 })).toMatchObject({
      outputs: ["float32 2×5×16", "int32 2"],
      params: 544,
      bytes: 569, // 544 bytes, five scales of 4, five zero points
    });
  });
});

describe("products with what comes after", () => {
  it("com.microsoft::FusedMatMul, com.microsoft::TransposeMatMul transpose", async () => {
    const attributes = { transB: 1 };
    for (const operator of ["com.microsoft::FusedMatMul", "com.microsoft::TransposeMatMul"]) {
      const node = { operator, inputs: [x, input("float32", [2, 7, 16])], attributes };
      expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 2×5×7"], macs: 1_120 }); // 2 · 5 · 7 · 16
    }
    const batches = { operator: "com.microsoft::FusedMatMul", inputs: [input("float32", [5, 2, 16]), input("float32", [7, 2, 16])] };
    expect(await analyzeNode({ ...batches, attributes: { transBatchA: 1, transBatchB: 1, transB: 1 } })).toMatchObject({
      outputs: ["float32 2×5×7"],
      macs: 1_120,
    });
    const vector = { operator: "com.microsoft::FusedMatMul", inputs: [input("float32", [16]), input("float32", [2, 16, 7])] };
    expect((await analyzeNode({ ...vector, attributes: { transA: 1 } })).outputs).toEqual(["float32 2×7"]);
    const flat = analyzeNode({ ...batches, inputs: [input("float32", [5, 16]), x], attributes: { transBatchA: 1 } });
    await expect(flat).rejects.toThrow("A has 2 dimensions, and no batch to transpose");
  });

  it("com.microsoft::FusedMatMulActivation, com.microsoft::GemmFastGelu apply a function", async () => {
    const softmax = { activation: "Softmax", activation_axis: -1 };
    const inputs = [x, stored("float32", [16, 7])];
    expect(await analyzeNode({ operator: "com.microsoft::FusedMatMulActivation", inputs, attributes: softmax })).toMatchObject({
      outputs: ["float32 2×5×7"],
      types: ["matmul", "softmax"],
      params: 112,
    });
    const gelu = { operator: "com.microsoft::GemmFastGelu", inputs: [...inputs, stored("float32", [7])] };
    expect(await analyzeNode(gelu)).toMatchObject({ types: ["matmul", "activation"], macs: 1_120, params: 119 });
    const hardSwish = { operator: "com.microsoft::FusedMatMulActivation", inputs, attributes: { activation: "HardSwish" } };
    expect((await analyzeNode(hardSwish)).report.layers[1]!.attributes).toMatchObject({ function: "hard-swish" });
    const unknown = analyzeNode({ operator: "com.microsoft::FusedMatMulActivation", inputs, attributes: { activation: "Magic" } });
    await expect(unknown).rejects.toThrow('attribute activation is "magic", which is no activation function');
  });

  it("com.microsoft::FusedGemm, com.microsoft::GemmFloat8 multiply matrices", async () => {
    const inputs = [input("float32", [6, 4]), stored("float32", [8, 6]), stored("float32", [8])];
    const gemm = { operator: "com.microsoft::FusedGemm", inputs, attributes: { transA: 1, transB: 1, activation: "LeakyRelu" } };
    expect(await analyzeNode(gemm)).toMatchObject({ outputs: ["float32 4×8"], types: ["matmul", "activation"], macs: 192, params: 56 });
    const float8 = [
      input("float8e4m3fn", [4, 6]),
      stored("float8e4m3fn", [8, 6]),
      undefined,
      stored("float32", [1]),
      stored("float32", [1]),
    ];
    const eight = { operator: "com.microsoft::GemmFloat8", inputs: float8, attributes: { transB: 1, dtype: 10, activation: "RELU" } };
    expect(await analyzeNode(eight)).toMatchObject({
      outputs: ["float16 4×8"],
      types: ["linear", "activation"],
      macs: 192,
      params: 48,
      bytes: 56,
    });
  });

  it("com.microsoft::SparseToDenseMatMul is an upper bound", async () => {
    const node = { operator: "com.microsoft::SparseToDenseMatMul", inputs: [input("float32", [4, 6]), input("float32", [6, 8])] };
    expect((await analyzeNode(node)).report.totals["macs"]?.["total"]).toMatchObject({ value: 192, status: "at-most" });
  });

  it("com.microsoft::FusedConv adds a tensor and applies a function", async () => {
    const inputs = [
      input("float32", [1, 3, 9, 9]),
      stored("float32", [4, 3, 3, 3]),
      stored("float32", [4]),
      input("float32", [1, 4, 9, 9]),
    ];
    const attributes = { activation: "Relu", pads: [1, 1, 1, 1] };
    expect(await analyzeNode({ operator: "com.microsoft::FusedConv", inputs, attributes })).toMatchObject({
      outputs: ["float32 1×4×9×9"],
      types: ["conv", "elementwise", "activation"],
      macs: 8_748, // 4 · 81 · 27
      params: 112,
    });
  });

  it("com.microsoft::NhwcConv, com.microsoft::NhwcFusedConv, com.microsoft::NhwcMaxPool have channels last", async () => {
    const inputs = [input("float32", [1, 9, 9, 3]), stored("float32", [4, 3, 3, 3])];
    for (const operator of ["com.microsoft::NhwcConv", "com.microsoft::NhwcFusedConv"]) {
      const node = { operator, inputs, attributes: { auto_pad: "SAME_UPPER", strides: [2, 2] } };
      expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 1×5×5×4"], types: ["conv"], macs: 2_700 }); // 4 · 25 · 27
    }
    const pool = {
      operator: "com.microsoft::NhwcMaxPool",
      inputs: [input("uint8", [1, 9, 9, 3])],
      attributes: { kernel_shape: [2, 2], strides: [2, 2] },
    };
    expect((await analyzeNode(pool)).outputs).toEqual(["uint8 1×4×4×3"]);
    expect((await analyzeNode({ ...pool, attributes: { ...pool.attributes, ceil_mode: 1 } })).outputs).toEqual(["uint8 1×5×5×3"]);
    const wrong = analyzeNode({ operator: "com.microsoft::NhwcConv", inputs: [input("float32", [1, 9, 9, 4]), inputs[1]] });
    await expect(wrong).rejects.toThrow("the input has 4 channels, the weight expects 3");
  });

  it("com.microsoft::ConvTransposeWithDynamicPads takes pads as they come", async () => {
    const inputs = [input("float32", [1, 3, 5, 5]), stored("float32", [3, 4, 3, 3]), stored("int64", [4], [1, 1, 1, 1])];
    const node = { operator: "com.microsoft::ConvTransposeWithDynamicPads", inputs, attributes: { strides: [2, 2] } };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 1×4×9×9"], macs: 2_700 }); // 25 positions · 3 · 4 · 9
    const unknown = await analyzeNode({ ...node, inputs: inputs.with(2, input("int64", [4])) });
    expect(unknown.report.coverage.undescribed).toHaveLength(1);
  });

  it("com.microsoft::MaxpoolWithMask leaves elements out", async () => {
    const inputs = [input("float32", [1, 3, 8, 8]), input("int32", [1, 3, 8, 8])];
    const node = { operator: "com.microsoft::MaxpoolWithMask", inputs, attributes: { kernel_shape: [2, 2], strides: [2, 2] } };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 1×3×4×4"], types: ["cast", "where", "pool"] });
  });
});
