import { describe, expect, it } from "vitest";
import { analyzeNode, input, outputsOf, stored } from "../analyze-node.ts";

const x = input("float32", [2, 3]);

describe("data movement and shapes", () => {
  it("com.microsoft::GatherND, com.microsoft::ExpandDims, com.microsoft::SampleOp", async () => {
    const indices = input("int64", [2, 2]);
    expect(await outputsOf({ operator: "com.microsoft::GatherND", inputs: [input("float32", [2, 3, 4]), indices] })).toEqual([
      "float32 2×4",
    ]);
    expect(await outputsOf({ operator: "com.microsoft::ExpandDims", inputs: [x, stored("int32", [], [-1])] })).toEqual(["float32 2×3×1"]);
    const outside = analyzeNode({ operator: "com.microsoft::ExpandDims", inputs: [x, stored("int32", [], [3])] });
    await expect(outside).rejects.toThrow("axis 3 lies outside a tensor of 3 dimensions");
    expect(await outputsOf({ operator: "com.microsoft::SampleOp", inputs: [x] })).toEqual(["float32 2×3"]);
  });

  it("com.microsoft::Pad, com.microsoft::Trilu, com.microsoft::Range follow values", async () => {
    const pads = stored("int64", [1, 4], [1, 2, 1, 2]);
    expect(await outputsOf({ operator: "com.microsoft::Pad", inputs: [x, pads] })).toEqual(["float32 4×7"]);
    const upper = await analyzeNode({ operator: "com.microsoft::Trilu", inputs: [x, stored("int64", [], [1])], attributes: { upper: 0 } });
    expect(upper.report.layers[0]?.attributes).toEqual({ to: 1 });
    const numbers = [stored("float32", [], [1]), stored("float32", [1], [4.5])];
    expect(await outputsOf({ operator: "com.microsoft::Range", inputs: numbers })).toEqual(["float32 4"]); // 1, 2, 3, 4
    const unknown = await analyzeNode({ operator: "com.microsoft::Range", inputs: [numbers[0], input("float32", [])] });
    expect(unknown.report.coverage.undescribed).toHaveLength(1);
  });

  it("com.microsoft::UnfoldTensor copies windows", async () => {
    const node = { operator: "com.microsoft::UnfoldTensor", inputs: [input("float32", [2, 10])], attributes: { dim: 1, size: 3, step: 2 } };
    expect(await outputsOf(node)).toEqual(["float32 2×4×3"]);
  });

  it("com.microsoft::RemovePadding, com.microsoft::RestorePadding pack tokens", async () => {
    const remove = {
      operator: "com.microsoft::RemovePadding",
      inputs: [input("float32", [2, 3, 4]), stored("int32", [2], [2, 3])],
      outputs: 4,
    };
    expect(await outputsOf(remove)).toEqual(["float32 5×4", "int32 2×3", "int32 3", "int32 1"]);
    const restore = { operator: "com.microsoft::RestorePadding", inputs: [input("float32", [5, 4]), input("int32", [2, 3])] };
    expect(await outputsOf(restore)).toEqual(["float32 2×3×4"]);
  });

  it("com.microsoft::Unique tells elements, which each is, and how often", async () => {
    const node = { operator: "com.microsoft::Unique", inputs: [input("float32", [4], [2, 1, 1, 3])], outputs: 3 };
    expect(await outputsOf(node)).toEqual(["float32 3", "int64 4", "int64 3"]);
  });
});

describe("sampling and signals", () => {
  it("com.microsoft::GridSample, com.microsoft::CropAndResize sample images", async () => {
    const image = input("float32", [2, 3, 8, 8]);
    const grid = {
      operator: "com.microsoft::GridSample",
      inputs: [image, input("float32", [2, 4, 5, 2])],
      attributes: { mode: "bicubic" },
    };
    expect(await outputsOf(grid)).toEqual(["float32 2×3×4×5"]);
    const boxes = [image, input("float32", [4, 4]), input("int32", [4]), stored("int32", [2], [5, 6])];
    expect(await outputsOf({ operator: "com.microsoft::CropAndResize", inputs: boxes })).toEqual(["float32 4×3×5×6"]);
  });

  it("com.microsoft::Rfft, com.microsoft::Irfft undo one another", async () => {
    const forward = { operator: "com.microsoft::Rfft", inputs: [input("float32", [3, 6, 8])], attributes: { signal_ndim: 2 } };
    expect(await analyzeNode(forward)).toMatchObject({ outputs: ["float32 3×6×5×2"], types: ["reshape", "fft", "fft"] });
    const back = { operator: "com.microsoft::Irfft", inputs: [input("float32", [3, 6, 5, 2])], attributes: { signal_ndim: 2 } };
    expect(await analyzeNode(back)).toMatchObject({ outputs: ["float32 3×6×8"], types: ["fft", "fft", "reshape"] });
    const wrong = analyzeNode({ ...forward, attributes: { signal_ndim: 4 } });
    await expect(wrong).rejects.toThrow("attribute signal_ndim is 4, the input has 3 dimensions");
  });

  it("com.microsoft::ComplexMul, com.microsoft::ComplexMulConj multiply pairs", async () => {
    for (const operator of ["com.microsoft::ComplexMul", "com.microsoft::ComplexMulConj"]) {
      const { outputs, report } = await analyzeNode({ operator, inputs: [input("float32", [3, 2]), input("float32", [3, 2])] });
      expect(outputs).toEqual(["float32 3×2"]);
      expect(report.totals["ops"]?.["total"]?.value).toBe(18); // 3 · (4 multiplications and 2 adds)
      expect(await outputsOf({ operator, inputs: [input("float16", [3, 2]), input("float16", [3, 2])] })).toEqual(["float16 3×2"]);
    }
  });
});

describe("mathematics", () => {
  it("com.microsoft::CDist knows some distances", async () => {
    const inputs = [input("float32", [4, 8]), input("float32", [6, 8])];
    const node = { operator: "com.microsoft::CDist", inputs };
    expect(await analyzeNode({ ...node, attributes: { metric: "euclidean" } })).toMatchObject({ outputs: ["float32 4×6"] });
    const jaccard = await analyzeNode({ ...node, attributes: { metric: "jaccard" } });
    expect(jaccard.outputs).toEqual(["float32 4×6"]);
    expect(jaccard.report.coverage.undescribed).toHaveLength(1);
  });

  it("com.microsoft::Inverse, com.microsoft::MurmurHash3, com.microsoft::IsAllFinite, com.microsoft::DynamicTimeWarping", async () => {
    expect(await outputsOf({ operator: "com.microsoft::Inverse", inputs: [input("float32", [2, 3, 3])] })).toEqual(["float32 2×3×3"]);
    expect(await outputsOf({ operator: "com.microsoft::MurmurHash3", inputs: [input("int64", [3, 4])] })).toEqual(["uint32 3×4"]);
    const signed = { operator: "com.microsoft::MurmurHash3", inputs: [input("string", [3])], attributes: { positive: 0 } };
    expect(await outputsOf(signed)).toEqual(["int32 3"]);
    expect(await outputsOf({ operator: "com.microsoft::IsAllFinite", inputs: [x, input("float32", [4])] })).toEqual(["bool "]);
    const warped = await analyzeNode({ operator: "com.microsoft::DynamicTimeWarping", inputs: [input("float32", [1, 4, 5])] });
    expect(warped.report.model.outputs[0]).toMatchObject({ dtype: "int32", shape: [2, 8], status: "at-most" });
  });

  it("com.microsoft::RelativePositionBias needs numbers", async () => {
    const table = stored("float32", [32, 4]);
    const lengths = [stored("int64", [1], [5]), stored("int64", [1], [7])];
    const node = { operator: "com.microsoft::RelativePositionBias", inputs: [table, ...lengths], attributes: { max_distance: 128 } };
    expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 1×4×5×7"], params: 128 });
    const unknown = await analyzeNode({ ...node, inputs: [table, input("int64", [1]), lengths[1]] });
    expect(unknown.report.coverage.undescribed).toHaveLength(1);
  });

  it("com.microsoft::GatedRelativePositionBias gates by the query", async () => {
    const weights = [stored("float32", [4, 8]), stored("float32", [8]), stored("float32", [1, 4, 1, 1])];
    const inputs = [input("float32", [2, 5, 16]), stored("float32", [16]), input("float32", [1, 4, 5, 5]), ...weights];
    const node = { operator: "com.microsoft::GatedRelativePositionBias", inputs, attributes: { num_heads: 4 } };
    expect(await analyzeNode(node)).toMatchObject({
      outputs: ["float32 2×4×5×5"],
      macs: 1_280, // 10 tokens · 4 heads · 4 · 8
      params: 60, // 16 + 32 + 8 + 4
    });
    const packed = { ...node, inputs: [input("float32", [7, 16]), ...inputs.slice(1), input("int32", [2, 5])] };
    expect(await outputsOf(packed)).toEqual(["float32 2×4×5×5"]);
  });

  it("com.microsoft::RotaryEmbedding, com.microsoft::MRotaryEmbedding, com.microsoft::GemmaRotaryEmbedding turn", async () => {
    const tables = [stored("float32", [32, 4]), stored("float32", [32, 4])];
    const one = { operator: "com.microsoft::RotaryEmbedding", inputs: [input("float32", [2, 5, 16]), input("int64", [2, 5]), ...tables] };
    const { outputs, params, report } = await analyzeNode(one);
    expect({ outputs, params }).toEqual({ outputs: ["float32 2×5×16"], params: 0 });
    expect(report.totals["ops"]?.["total"]?.value).toBe(480); // 2 · 5 · 8 pairs · 6
    const three = {
      operator: "com.microsoft::MRotaryEmbedding",
      inputs: [input("float32", [2, 3, 5, 8]), input("int64", [3, 2, 5]), ...tables],
    };
    expect(await outputsOf({ ...three, attributes: { mrope_section: [2, 1, 1] } })).toEqual(["float32 2×3×5×8"]);
    const states = input("float16", [2, 3, 5, 8]);
    const gemma = {
      operator: "com.microsoft::GemmaRotaryEmbedding",
      inputs: [input("float32", [2, 5, 8]), states, states, states, states],
      outputs: 2,
    };
    expect(await outputsOf(gemma)).toEqual(["float16 2×3×5×8", "float16 2×3×5×8"]);
  });
});
