import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "../analyze-node.ts";

const scale = stored("float32", []);
const zeroPoint = stored("uint8", []);
const x = input("uint8", [2, 3, 4]);

describe("quantised products", () => {
  it("com.microsoft::QLinearConv convolves integers in both layouts", async () => {
    const quantised = [scale, zeroPoint];
    const weight = [stored("int8", [4, 3, 3, 3]), scale, stored("int8", [])];
    const last = { operator: "com.microsoft::QLinearConv", inputs: [input("uint8", [1, 9, 9, 3]), ...quantised, ...weight, ...quantised] };
    expect(await analyzeNode({ ...last, attributes: { channels_last: 1, pads: [1, 1, 1, 1] } })).toMatchObject({
      outputs: ["uint8 1×9×9×4"],
      macs: 8_748, // 4 · 81 · 27
      integerOps: 19_116, // 2 · 8,748, and 5 to scale each of 324 elements back
      params: 108,
    });
    const first = { ...last, inputs: [input("uint8", [1, 3, 9, 9]), ...last.inputs.slice(1, 7), stored("int8", []), stored("int32", [4])] };
    expect(await analyzeNode({ ...first, attributes: { strides: [2, 2] } })).toMatchObject({
      outputs: ["int8 1×4×4×4"],
      macs: 1_728, // 4 · 16 · 27
      params: 112,
    });
  });

  it("com.microsoft::QGemm gives integers, or floating point without a zero point", async () => {
    const inputs = [input("uint8", [4, 6]), scale, zeroPoint, stored("uint8", [6, 8]), scale, zeroPoint];
    const quantised = { operator: "com.microsoft::QGemm", inputs: [...inputs, stored("int32", [8]), scale, zeroPoint] };
    expect(await analyzeNode(quantised)).toMatchObject({ outputs: ["uint8 4×8"], types: ["linear"], macs: 192, params: 56 });
    expect(await analyzeNode({ operator: "com.microsoft::QGemm", inputs })).toMatchObject({ outputs: ["float32 4×8"], macs: 192 });
  });

  it("com.microsoft::MatMulIntegerToFloat, com.microsoft::DynamicQuantizeMatMul multiply integers", async () => {
    const rest = [stored("int8", [16, 8]), stored("float32", [8])];
    const toFloat = [input("uint8", [2, 5, 16]), rest[0], scale, rest[1], zeroPoint, stored("int8", [8]), stored("float32", [8])];
    expect(await analyzeNode({ operator: "com.microsoft::MatMulIntegerToFloat", inputs: toFloat })).toMatchObject({
      outputs: ["float32 2×5×8"],
      macs: 1_280, // 10 · 8 · 16
      integerOps: 2_800, // 2 · 1,280, and of 80 elements a bias, a conversion, a multiplication
      params: 136,
    });
    const dynamic = { operator: "com.microsoft::DynamicQuantizeMatMul", inputs: [input("float32", [2, 5, 16]), ...rest] };
    expect(await analyzeNode(dynamic)).toMatchObject({
      outputs: ["float32 2×5×8"],
      types: ["dynamic-quantize", "matmul"],
      macs: 1_280,
      integerOps: 2_720,
    });
  });

  it("com.microsoft::MatMulInteger16 keeps 32 bits", async () => {
    const node = { operator: "com.microsoft::MatMulInteger16", inputs: [input("int16", [2, 4, 6]), stored("int16", [6, 3])] };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["int32 2×4×3"], macs: 144 });
    const unsigned = { ...node, inputs: [input("uint16", [4, 6]), stored("uint16", [6, 3])] };
    expect((await analyzeNode(unsigned)).outputs).toEqual(["uint32 4×3"]);
  });

  it("com.microsoft::QOrderedMatMul finds out whether B is transposed", async () => {
    const node = { operator: "com.microsoft::QOrderedMatMul", attributes: { order_A: 1, order_B: 0, order_Y: 1 } };
    const inputs = [
      input("int8", [2, 5, 16]),
      scale,
      stored("int8", [16, 8]),
      scale,
      scale,
      stored("float32", [8]),
      input("int8", [1, 5, 8]),
      scale,
    ];
    expect(await analyzeNode({ ...node, inputs })).toMatchObject({
      outputs: ["int8 2×5×8"],
      types: ["matmul", "elementwise"],
      macs: 1_280,
    });
    expect((await analyzeNode({ ...node, inputs: inputs.with(2, stored("int8", [8, 16])) })).outputs).toEqual(["int8 2×5×8"]);
  });

  it("com.microsoft::DynamicQuantizeLSTM multiplies integers", async () => {
    const scales = [stored("float32", [2]), stored("uint8", [2])];
    const weights = [stored("uint8", [2, 3, 16]), stored("uint8", [2, 4, 16]), stored("float32", [2, 32])];
    const inputs = [input("float32", [5, 2, 3]), ...weights, undefined, undefined, undefined, undefined, ...scales, ...scales];
    const node = { operator: "com.microsoft::DynamicQuantizeLSTM", inputs, attributes: { direction: "bidirectional" }, outputs: 3 };
    const { outputs, macs, params, report } = await analyzeNode(node);
    expect(outputs).toEqual(["float32 5×2×2×4", "float32 2×2×4", "float32 2×2×4"]);
    expect(macs).toBe(2_240); // 5 · 2 · 2 directions · 4 gates · 4 · (3 + 4)
    expect(params).toBe(288); // 2 · 16 · (3 + 4 + 2)
    expect(report.totals["flops"]?.["total"]?.value).toBe(0);
  });

  it("com.microsoft::AttnLSTM attends to a memory", async () => {
    const weights = [stored("float32", [1, 16, 7]), stored("float32", [1, 16, 4]), stored("float32", [1, 32])];
    const attention = [stored("float32", [1, 4, 6]), stored("float32", [1, 4, 6]), stored("float32", [1, 6]), input("float32", [2, 3, 4])];
    const inputs = [input("float32", [5, 2, 3]), ...weights, undefined, undefined, undefined, undefined, ...attention];
    expect(await analyzeNode({ operator: "com.microsoft::AttnLSTM", inputs, outputs: 3 })).toMatchObject({
      outputs: ["float32 5×1×2×4", "float32 1×2×4", "float32 1×2×4"],
      macs: 2_444, // 10 · (4 · 4 · (3 + 4 + 4) + 4 · 6 + 3 · (6 + 4)), and 2 · 3 · 4 · 6
    });
  });
});

describe("quantised functions", () => {
  const pair = [scale, zeroPoint];

  it("com.microsoft::QLinearAdd, com.microsoft::QLinearMul broadcast", async () => {
    for (const operator of ["com.microsoft::QLinearAdd", "com.microsoft::QLinearMul"]) {
      const inputs = [x, ...pair, input("uint8", [4]), ...pair, ...pair];
      expect(await analyzeNode({ operator, inputs })).toMatchObject({
        outputs: ["uint8 2×3×4"],
        types: ["elementwise", "requantize"],
        integerOps: 144, // 24 · (1 + 5)
      });
    }
  });

  it("com.microsoft::QLinearSigmoid, com.microsoft::QLinearLeakyRelu, com.microsoft::QOrderedGelu compute each element", async () => {
    for (const operator of ["com.microsoft::QLinearSigmoid", "com.microsoft::QLinearLeakyRelu"]) {
      const node = { operator, inputs: [x, ...pair, ...pair] };
      expect(await analyzeNode(node)).toMatchObject({ outputs: ["uint8 2×3×4"], types: ["activation", "requantize"] });
    }
    const gelu = { operator: "com.microsoft::QOrderedGelu", inputs: [input("int8", [2, 3]), scale, scale] };
    expect((await analyzeNode(gelu)).outputs).toEqual(["int8 2×3"]);
  });

  it("com.microsoft::QLinearSoftmax follows the version that it is told", async () => {
    const node = { operator: "com.microsoft::QLinearSoftmax", inputs: [x, ...pair, ...pair] };
    const axesOf = async (attributes: Record<string, number>) =>
      (await analyzeNode({ ...node, attributes })).report.layers[0]?.attributes["axes"];
    expect(await axesOf({ opset: 13, axis: 1 })).toEqual([1]);
    expect(await axesOf({ opset: 11, axis: 1 })).toEqual([1, 2]);
    await expect(analyzeNode(node)).rejects.toThrow("attribute opset is missing");
  });

  it("com.microsoft::QLinearAveragePool, com.microsoft::QLinearGlobalAveragePool pool", async () => {
    const pool = { operator: "com.microsoft::QLinearAveragePool", inputs: [input("uint8", [1, 9, 9, 3]), ...pair, ...pair] };
    const attributes = { kernel_shape: [2, 2], strides: [2, 2], ceil_mode: 1, channels_last: 1 };
    expect((await analyzeNode({ ...pool, attributes })).outputs).toEqual(["uint8 1×5×5×3"]);
    const all = { operator: "com.microsoft::QLinearGlobalAveragePool", inputs: [input("uint8", [1, 3, 9, 9]), ...pair, ...pair] };
    expect((await analyzeNode(all)).outputs).toEqual(["uint8 1×3×1×1"]);
    expect((await analyzeNode({ ...all, attributes: { channels_last: 1 } })).outputs).toEqual(["uint8 1×1×1×9"]);
  });

  it("com.microsoft::QLinearReduceMean, com.microsoft::ReduceSumInteger reduce", async () => {
    const mean = { operator: "com.microsoft::QLinearReduceMean", inputs: [x, ...pair, ...pair], attributes: { axes: [1], keepdims: 0 } };
    expect((await analyzeNode(mean)).outputs).toEqual(["uint8 2×4"]);
    const sum = { operator: "com.microsoft::ReduceSumInteger", inputs: [x], attributes: { axes: [1], keepdims: 1 } };
    expect((await analyzeNode(sum)).outputs).toEqual(["uint32 2×1×4"]);
  });

  it("com.microsoft::QLinearConcat, com.microsoft::QLinearWhere, com.microsoft::MulInteger take several tensors", async () => {
    const parts = [input("uint8", [2, 3]), ...pair, input("uint8", [2, 5]), ...pair];
    const concat = { operator: "com.microsoft::QLinearConcat", inputs: [...pair, ...parts], attributes: { axis: -1 } };
    expect((await analyzeNode(concat)).outputs).toEqual(["uint8 2×8"]);
    const where = {
      operator: "com.microsoft::QLinearWhere",
      inputs: [input("bool", [2, 1]), parts[0], ...pair, input("uint8", [3]), ...pair, ...pair],
    };
    expect((await analyzeNode(where)).outputs).toEqual(["uint8 2×3"]);
    const product = { operator: "com.microsoft::MulInteger", inputs: [parts[0], zeroPoint, input("uint8", [3]), zeroPoint] };
    expect((await analyzeNode(product)).outputs).toEqual(["int32 2×3"]);
  });
});

describe("quantisation", () => {
  it("com.microsoft::QuantizeLinear, com.microsoft::DequantizeLinear go by the zero point and the scale", async () => {
    const quantize = { operator: "com.microsoft::QuantizeLinear", inputs: [input("float32", [2, 3]), scale, stored("uint16", [])] };
    expect((await analyzeNode(quantize)).outputs).toEqual(["uint16 2×3"]);
    expect((await analyzeNode({ ...quantize, inputs: quantize.inputs.slice(0, 2) })).outputs).toEqual(["uint8 2×3"]);
    const scales = [stored("float16", [3]), stored("int16", [3])];
    const dequantize = {
      operator: "com.microsoft::DequantizeLinear",
      inputs: [stored("int16", [2, 3]), ...scales],
      attributes: { axis: 1 },
    };
    expect(await analyzeNode(dequantize)).toMatchObject({ outputs: ["float16 2×3"], params: 6 });
  });

  it("com.microsoft::QuantizeWithOrder, com.microsoft::DequantizeWithOrder keep the shape", async () => {
    const orders = { order_input: 1, order_output: 2 };
    const quantize = { operator: "com.microsoft::QuantizeWithOrder", inputs: [input("float16", [4, 32]), scale], attributes: orders };
    expect((await analyzeNode(quantize)).outputs).toEqual(["int8 4×32"]);
    const dequantize = { operator: "com.microsoft::DequantizeWithOrder", inputs: [input("int8", [4, 32]), scale] };
    expect((await analyzeNode({ ...dequantize, attributes: { ...orders, to: 10 } })).outputs).toEqual(["float16 4×32"]);
  });

  it("com.microsoft::QOrderedLayerNormalization keeps the dtype", async () => {
    const inputs = [input("int8", [2, 3, 8]), scale, stored("float32", [8]), stored("float32", [8]), scale];
    const node = { operator: "com.microsoft::QOrderedLayerNormalization", inputs };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["int8 2×3×8"], params: 16 });
  });

  it("com.microsoft::QuantizeBFP, com.microsoft::DequantizeBFP depend on the device", async () => {
    const quantize = await analyzeNode({ operator: "com.microsoft::QuantizeBFP", inputs: [input("float32", [2, 3])], outputs: 3 });
    expect(quantize.outputs).toEqual(["unknown", "int64 2", "int64 2"]);
    const known = [input("uint8", [40]), stored("int64", [2], [2, 3]), stored("int64", [2], [3, 1])];
    const dequantize = await analyzeNode({ operator: "com.microsoft::DequantizeBFP", inputs: known, attributes: { dtype: 10 } });
    expect(dequantize.outputs).toEqual(["float16 2×3"]);
    expect(dequantize.report.totals["macs"]?.["total"]?.status).toBe("at-least");
  });
});
