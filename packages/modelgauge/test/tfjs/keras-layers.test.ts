import type { Report } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { analyzeTfjs, warnings } from "./analyze-tfjs.ts";

/** A layer or function of Keras 3, in a model that calls it once. */
interface KerasCall {
  /** Without their batch. */
  readonly inputs: readonly (readonly number[])[];
  readonly className: string;
  readonly config?: object;
  /** Where the class is from; default: Keras' layers. */
  readonly module?: string;
  /** How many outputs are read; default 1. */
  readonly outputs?: number;
  /** Dtype of the inputs; default float32. */
  readonly dtype?: string;
  /** Whether the tensors are one argument, a list. */
  readonly listed?: boolean;
  /** Arguments behind the tensors. */
  readonly further?: readonly unknown[];
  readonly keywords?: object;
}

/** Analyses the model that calls a layer, for a batch of 2. */
function analyzeCall(call: KerasCall): Promise<Report> {
  const { inputs, className, config = {}, module = "keras.layers", outputs = 1, dtype = "float32", listed = false } = call;
  const names = inputs.map((_, index) => `x${index}`);
  const tensors = names.map((name, index) => ({
    class_name: "__keras_tensor__",
    config: { shape: [null, ...inputs[index]!], dtype, keras_history: [name, 0, 0] },
  }));
  const layers = [
    ...names.map((name, index) => ({
      class_name: "InputLayer",
      config: { name, batch_shape: [null, ...inputs[index]!], dtype },
      name,
      inbound_nodes: [],
    })),
    {
      module,
      class_name: className,
      config: { name: "y", ...config },
      name: "y",
      inbound_nodes: [{ args: [...(listed ? [tensors] : tensors), ...(call.further ?? [])], kwargs: call.keywords ?? {} }],
    },
  ];
  const model = {
    class_name: "Functional",
    config: {
      name: "model",
      layers,
      input_layers: names.map((name) => [name, 0, 0]),
      output_layers: Array.from({ length: outputs }, (_, index) => ["y", 0, index]),
    },
  };
  return analyzeTfjs({ modelTopology: { keras_version: "3.15.1", model_config: model } }, { dims: { batch: 2 } });
}

/** What tests look at: shapes of the outputs, MACs, parameters and OPs, all of them known. */
async function figuresOf(call: KerasCall): Promise<Readonly<Record<string, unknown>>> {
  const { model, totals, coverage, ...report } = await analyzeCall(call);
  expect(coverage.undescribed).toEqual([]);
  expect(warnings({ model, totals, coverage, ...report })).toEqual([]);
  return {
    outputs: model.outputs.map((output) => (output.kind === undefined ? [output.dtype, ...output.shape].join("×") : output.kind)),
    macs: totals["macs"]?.["total"]?.value,
    params: totals["params"]?.["total"]?.value,
    ops: totals["ops"]?.["total"]?.value,
  };
}

describe("EinsumDense", () => {
  it("sums products with a kernel, and adds a bias along some axes", async () => {
    const config = { equation: "abc,cde->abde", output_shape: [null, 4, 5], bias_axes: "de", activation: "relu" };
    // 2 · 9 · 4 · 5 elements of 6 MACs; kernel 6 · 4 · 5, bias 4 · 5; an add and a comparison for each element.
    expect(await figuresOf({ inputs: [[9, 6]], className: "EinsumDense", config })).toEqual({
      outputs: ["float32×2×9×4×5"],
      macs: 2160,
      params: 140,
      ops: 2 * 2160 + 2 * 360,
    });
  });

  it.each([
    ["in front", "...x,xy->...y", 5, "y", [9, 6], "float32×2×9×5", 2 * 9 * 6 * 5, 6 * 5 + 5],
    ["behind", "ab...,bc->ac...", [4, null], "c", [9, 6], "float32×2×4×6", 2 * 9 * 4 * 6, 9 * 4 + 4],
    ["nowhere", "abc,cd->abd", [null, 64], undefined, [9, 6], "float32×2×9×64", 2 * 9 * 6 * 64, 6 * 64],
  ])("leaves dimensions out %s", async (_, equation, outputShape, biasAxes, input, output, macs, params) => {
    const config = { equation, output_shape: outputShape, bias_axes: biasAxes, activation: "linear" };
    expect(await figuresOf({ inputs: [input], className: "EinsumDense", config })).toMatchObject({ outputs: [output], macs, params });
  });

  it("refuses equations that are no product with a kernel, and sizes that nothing tells", async () => {
    const call = (config: object): Promise<Report> => analyzeCall({ inputs: [[9, 6]], className: "EinsumDense", config });
    await expect(call({ equation: "abc->cab", output_shape: 3 })).rejects.toThrow('"abc->cab" is no product of an input and a kernel');
    await expect(call({ equation: "abc,cd->abd", output_shape: [null, null] })).rejects.toThrow('tells the size of "d"');
    await expect(call({ equation: "ab,bc->ac", output_shape: 3 })).rejects.toThrow('"ab" does not fit an input of 3 dimensions');
  });
});

describe("MultiHeadAttention", () => {
  const className = "MultiHeadAttention";
  const image = [3, 4, 8];

  it("attends along several axes", async () => {
    const config = { num_heads: 2, key_dim: 4, attention_axes: [1, 2] };
    // 12 positions: three projections of 8 · 8, 2 heads of 12 · 12 scores with keys and values of 4, and a projection of 8 · 8.
    const macs = 2 * (3 * 12 * 8 * 8 + 2 * 12 * 12 * (4 + 4) + 12 * 8 * 8);
    expect(await figuresOf({ inputs: [image, image], className, config })).toMatchObject({
      outputs: ["float32×2×3×4×8"],
      macs,
      params: 4 * (8 * 8 + 8),
    });
    expect(macs).toBe(10_752);
    const all = { num_heads: 2, key_dim: 4 };
    expect(await figuresOf({ inputs: [image, image], className, config: all })).toMatchObject({ macs });
  });

  it("attends along one of several axes, and gives out the scores", async () => {
    const config = { num_heads: 2, key_dim: 4, attention_axes: [1] };
    const keywords = { return_attention_scores: true };
    const { outputs, macs } = await figuresOf({ inputs: [image, image], className, config, keywords, outputs: 2 });
    expect(outputs).toEqual(["float32×2×3×4×8", "float32×2×4×2×3×3"]);
    expect(macs).toBe(2 * (4 * 12 * 8 * 8 + 4 * 2 * 3 * 3 * (4 + 4))); // 4 columns of 3 steps
    const last = { ...config, attention_axes: [-1] };
    // 3 rows of 4 steps
    expect(await figuresOf({ inputs: [image, image], className, config: last })).toMatchObject({
      macs: 2 * (4 * 12 * 8 * 8 + 3 * 2 * 4 * 4 * (4 + 4)),
    });
  });

  it("gates what is attended to, and projects to several dimensions", async () => {
    const config = { num_heads: 2, key_dim: 4, value_dim: 3, use_gate: true, output_shape: [2, 6] };
    // query and key 8 · 8, value and gate 8 · 6, scores with 4 + 3, the output 6 · 12
    expect(
      await figuresOf({
        inputs: [
          [5, 8],
          [5, 8],
        ],
        className,
        config,
      }),
    ).toMatchObject({
      outputs: ["float32×2×5×2×6"],
      macs: 2 * (2 * 5 * 64 + 2 * 5 * 48 + 2 * 5 * 5 * 7 + 5 * 72),
      params: 2 * 72 + 2 * 54 + 84,
    });
  });

  it("refuses axes that there are not", async () => {
    const config = { num_heads: 2, key_dim: 4, attention_axes: [3] };
    await expect(analyzeCall({ inputs: [image, image], className, config })).rejects.toThrow(
      "attention_axes are 3, of 1, 2 that there are",
    );
  });
});

describe("layers of keras.applications", () => {
  it("scale each channel by a weight, which Keras leaves unnamed", async () => {
    const scale = (name: string): object => ({
      module: "keras.src.applications.convnext",
      class_name: "LayerScale",
      config: { name, init_values: 1e-6, projection_dim: 6 },
    });
    const layers = [{ class_name: "InputLayer", config: { name: "x", batch_shape: [null, 4, 6] } }, scale("a"), scale("b")];
    const weights = ["a/variable", "b/variable_1"].map((name) => ({ name, shape: [6], dtype: "float32" }));
    const report = await analyzeTfjs(
      {
        modelTopology: { keras_version: "3.15.1", model_config: { class_name: "Sequential", config: { name: "m", layers } } },
        weightSpecs: weights,
      },
      { dims: { batch: 2 } },
    );
    expect(warnings(report)).toEqual([]);
    expect(report.totals["params"]?.["total"]).toMatchObject({ value: 12, status: "exact" });
    expect(report.totals["ops"]?.["total"]).toMatchObject({ value: 96, status: "exact" }); // 2 layers · 2 · 4 · 6
  });

  it("add a part of one tensor to another", async () => {
    const module = "keras.src.applications.inception_resnet_v2";
    const call = {
      inputs: [
        [5, 5, 3],
        [5, 5, 3],
      ],
      module,
      className: "CustomScaleLayer",
      config: { scale: 0.17 },
      listed: true,
    };
    // a multiplication and an add for each of 2 · 5 · 5 · 3 elements
    expect(await figuresOf(call)).toEqual({ outputs: ["float32×2×5×5×3"], macs: 0, params: 0, ops: 300 });
  });
});

describe("convolutional LSTMs", () => {
  it("slide along one axis, or three", async () => {
    const one = { filters: 4, kernel_size: [3], padding: "same", recurrent_activation: "sigmoid" };
    // 5 steps of 8 positions: 4 gates of 4 filters, kernels of 3 over 3 channels and over 4 of the state
    expect(await figuresOf({ inputs: [[5, 8, 3]], className: "ConvLSTM1D", config: one })).toMatchObject({
      outputs: ["float32×2×8×4"],
      macs: 2 * 5 * 8 * 16 * 3 * (3 + 4),
      params: 3 * 3 * 16 + 3 * 4 * 16 + 16,
    });
    const three = { filters: 2, kernel_size: [2, 2, 2], strides: [2, 2, 2], return_sequences: true };
    // 3 steps of 3 · 3 · 3 positions: 8 channels of gates, kernels of 2 · 2 · 2 over 2 channels and over 2 of the state
    expect(await figuresOf({ inputs: [[3, 6, 6, 6, 2]], className: "ConvLSTM3D", config: three })).toMatchObject({
      outputs: ["float32×2×3×3×3×3×2"],
      macs: 2 * 3 * 27 * 8 * 8 * (2 + 2),
      params: 2 * 8 * 2 * 8 + 8,
    });
  });
});

describe("attention without projections", () => {
  it("scores sums of queries and keys", async () => {
    // 2 · 5 · 7 scores of 8 features each: an add, tanh, a multiplication, and an add for all but the first; softmax is 5 OPs a score.
    const scores = 2 * 5 * 7;
    const macs = scores * 8; // what is attended to has 8 features
    const ops = scores * (8 + 8 + 8 + 7) + scores * 5 + 2 * macs;
    const inputs = [
      [5, 8],
      [7, 8],
    ];
    expect(await figuresOf({ inputs, className: "AdditiveAttention", listed: true })).toEqual({
      outputs: ["float32×2×5×8"],
      macs,
      params: 8,
      ops,
    });
    const plain = { inputs, className: "AdditiveAttention", listed: true, config: { use_scale: false } };
    const keywords = { return_attention_scores: true };
    expect(await figuresOf({ ...plain, keywords, outputs: 2 })).toEqual({
      outputs: ["float32×2×5×8", "float32×2×5×7"],
      macs,
      params: 0,
      ops: ops - scores * 8,
    });
  });

  it("weighs the scores of sums", async () => {
    const config = { score_mode: "concat", use_scale: true };
    const scores = 2 * 5 * 7;
    // One multiplication more for each score; values have 6 features.
    expect(
      await figuresOf({
        inputs: [
          [5, 8],
          [7, 6],
          [7, 8],
        ],
        className: "Attention",
        config,
        listed: true,
      }),
    ).toEqual({
      outputs: ["float32×2×5×6"],
      macs: scores * 6,
      params: 2,
      ops: scores * (8 + 8 + 8 + 7 + 1) + scores * 5 + 2 * scores * 6,
    });
  });

  it("gives out the scores of products", async () => {
    const keywords = { return_attention_scores: true };
    expect(
      await figuresOf({
        inputs: [
          [5, 8],
          [7, 8],
        ],
        className: "Attention",
        listed: true,
        keywords,
        outputs: 2,
      }),
    ).toMatchObject({
      outputs: ["float32×2×5×8", "float32×2×5×7"],
      macs: 2 * 5 * 7 * (8 + 8),
    });
  });
});

describe("adaptive pooling", () => {
  it("comes to so many positions", async () => {
    const average = { inputs: [[10, 8, 3]], className: "AdaptiveAveragePooling2D", config: { output_size: [3, 4] } };
    // Windows of 4 (10 into 3) by 2 (8 into 4): 7 adds and a division for each of 2 · 3 · 4 · 3.
    expect(await figuresOf(average)).toEqual({ outputs: ["float32×2×3×4×3"], macs: 0, params: 0, ops: 72 * 8 });
    const max = { inputs: [[8, 10]], className: "AdaptiveMaxPooling1D", config: { output_size: [3], data_format: "channels_first" } };
    expect(await figuresOf(max)).toEqual({ outputs: ["float32×2×8×3"], macs: 0, params: 0, ops: 2 * 8 * 3 * 3 });
  });
});

describe("SpectralNormalization", () => {
  it("is the layer inside, and learns a vector", async () => {
    const call = (layer: object): KerasCall => ({ inputs: [[9, 9, 6]], className: "SpectralNormalization", config: { layer } });
    const conv = { class_name: "Conv2D", config: { name: "conv", filters: 4, kernel_size: [3, 3] } };
    const report = await analyzeCall(call(conv));
    // 7 · 7 positions, 4 filters of 3 · 3 · 6
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 2 * 49 * 4 * 54, status: "exact" });
    expect(report.totals["params"]).toMatchObject({ total: { value: 4 * 54 + 4 }, buffers: { value: 4 } });
    const transposed = { class_name: "Conv2DTranspose", config: { name: "conv", filters: 4, kernel_size: [3, 3] } };
    expect((await analyzeCall(call(transposed))).totals["params"]?.["buffers"]).toMatchObject({ value: 6 });
  });
});

describe("functions of Keras 3", () => {
  const two = [
    [4, 5],
    [4, 5],
  ];
  const one = [[4, 5]];
  const slice = (start: number | null, stop: number | null, step: number | null = null): object => ({
    class_name: "__slice__",
    config: { start, stop, step },
  });
  const all = slice(null, null);
  const elements = 2 * 4 * 5;

  // Class, inputs, how it is configured and called, outputs, OPs.
  const cases: readonly (readonly [string, readonly (readonly number[])[], Partial<KerasCall>, readonly string[], number])[] = [
    ["Add", one, { further: [2] }, ["float32×2×4×5"], elements],
    ["Add", one, { further: [0.5], dtype: "int32" }, ["float32×2×4×5"], 2 * elements], // converted first
    ["Greater", one, { further: [0] }, ["bool×2×4×5"], elements],
    ["Transpose", one, { config: { axes: [0, 2, 1] } }, ["float32×2×5×4"], 0],
    ["Transpose", one, { config: { axes: null } }, ["float32×5×4×2"], 0],
    ["Swapaxes", one, { config: { axis1: 1, axis2: -1 } }, ["float32×2×5×4"], 0],
    ["Moveaxis", one, { config: { source: [0], destination: [-1] } }, ["float32×4×5×2"], 0],
    ["ExpandDims", one, { config: { axis: 1 } }, ["float32×2×1×4×5"], 0],
    ["ExpandDims", one, { config: { axis: [1, -1] } }, ["float32×2×1×4×5×1"], 0],
    ["Squeeze", [[1, 4]], { config: { axis: 1 } }, ["float32×2×4"], 0],
    ["Squeeze", [[1, 4, 1]], { config: { axis: null } }, ["float32×2×4"], 0],
    ["Reshape", one, { config: { newshape: [null, 20] } }, ["float32×2×20"], 0],
    ["Ravel", one, {}, ["float32×40"], 0],
    ["BroadcastTo", [[1, 5]], { config: { shape: [null, 4, 5] } }, ["float32×2×4×5"], 0],
    ["Concatenate", two, { config: { axis: -1 }, listed: true }, ["float32×2×4×10"], 0],
    ["Stack", two, { config: { axis: 1 }, listed: true }, ["float32×2×2×4×5"], 0],
    ["Split", one, { config: { indices_or_sections: 2, axis: 1 }, outputs: 2 }, ["float32×2×2×5", "float32×2×2×5"], 0],
    [
      "Split",
      one,
      { config: { indices_or_sections: [1, -1], axis: -1 }, outputs: 3 },
      ["float32×2×4×1", "float32×2×4×3", "float32×2×4×1"],
      0,
    ],
    [
      "Pad",
      one,
      {
        config: {
          pad_width: [
            [0, 0],
            [1, 2],
            [0, 0],
          ],
          mode: "constant",
        },
      },
      ["float32×2×7×5"],
      0,
    ],
    ["Pad", one, { config: { pad_width: [1, 2], mode: "reflect" } }, ["float32×5×7×8"], 0],
    ["Tile", one, { config: { repeats: [1, 2, 3] } }, ["float32×2×8×15"], 0],
    ["Repeat", one, { config: { repeats: 2, axis: 1 } }, ["float32×2×8×5"], 0],
    ["Repeat", one, { config: { repeats: [1, 2, 0, 1], axis: 1 } }, ["float32×2×4×5"], 0],
    ["Flip", one, { config: { axis: 1 } }, ["float32×2×4×5"], 0],
    ["Roll", one, { config: { shift: [1, -2], axis: [1, 2] } }, ["float32×2×4×5"], 0],
    ["Tril", one, { config: { k: 0 } }, ["float32×2×4×5"], 0],
    ["Take", one, { config: { axis: 1 }, further: [[0, 2]] }, ["float32×2×2×5"], 0],
    ["Take", one, { config: { axis: 1 }, further: [0] }, ["float32×2×5"], 0],
    ["GetItem", one, { further: [[all, slice(null, 2)]] }, ["float32×2×2×5"], 0],
    ["GetItem", one, { further: [[all, -1]] }, ["float32×2×5"], 0],
    ["GetItem", one, { further: [[all, null, slice(null, null, -2)]] }, ["float32×2×1×2×5"], 0],
    ["GetItem", one, { further: [[{ class_name: "__ellipsis__", config: {} }, slice(-3, null)]] }, ["float32×2×4×3"], 0],
    ["Where", two, { further: [0] }, ["float32×2×4×5"], 2 * elements], // the condition is converted
    ["Mean", one, { config: { axis: 1, keepdims: false } }, ["float32×2×5"], 2 * 5 * 3 + 2 * 5],
    ["Std", one, { config: { axis: -1, keepdims: true } }, ["float32×2×4×1"], 2 * (8 * 4 + 8) + 2 * elements + 8], // two means, squared differences, roots
    ["Norm", one, { config: { ord: null, axis: -1, keepdims: false } }, ["float32×2×4"], elements + 8 * 4 + 8],
    ["Argmax", one, { config: { axis: -1, keepdims: false } }, ["int32×2×4"], 8 * 4],
    ["Argmax", one, { config: { axis: null, keepdims: true } }, ["int32×1×1×1"], elements - 1],
    ["Cumsum", one, { config: { axis: 1 } }, ["float32×2×4×5"], 2 * 5 * 3],
    ["TopK", one, { config: { k: 2, sorted: true }, outputs: 2 }, ["float32×2×4×2", "int32×2×4×2"], elements * 2],
    ["Clip", one, { config: { x_min: 0, x_max: 1 } }, ["float32×2×4×5"], 2 * elements],
    ["Cast", one, { config: { dtype: "int32" } }, ["int32×2×4×5"], elements],
    ["Softmax", one, { config: { axis: -1 } }, ["float32×2×4×5"], 5 * elements],
    ["Gelu", one, { config: { approximate: false } }, ["float32×2×4×5"], 5 * elements],
    ["Glu", [[4, 6]], { config: { axis: -1 } }, ["float32×2×4×3"], 24 * 4], // a sigmoid of half, and a product
    ["OneHot", [[4]], { config: { num_classes: 5, axis: -1, dtype: "float32" }, dtype: "int32" }, ["float32×2×4×5"], 0],
    ["Resize", [[8, 8, 3]], { config: { size: [5, 7], interpolation: "nearest", data_format: null } }, ["float32×2×5×7×3"], 0],
    ["MaxPool", [[8, 8, 3]], { config: { pool_size: 2, strides: null, padding: "valid" } }, ["float32×2×4×4×3"], 2 * 16 * 3 * 3],
    ["AveragePool", [[8, 3]], { config: { pool_size: 2, strides: 1, padding: "same" } }, ["float32×2×8×3"], 48 * 2],
    ["AdaptiveMaxPool", [[8, 3]], { config: { output_size: 4 } }, ["float32×2×4×3"], 24],
  ];

  it.each(cases)("%s of %j, %j", async (className, inputs, call, outputs, ops) => {
    const figures = await figuresOf({ inputs, className, module: "keras.src.ops.numpy", ...call });
    expect(figures).toEqual({ outputs, macs: 0, params: 0, ops });
  });

  it("sum products", async () => {
    const call = { inputs: two, className: "Einsum", module: "keras.src.ops.numpy", config: { subscripts: "bij,bkj->bik" } };
    expect(await figuresOf(call)).toMatchObject({ outputs: ["float32×2×4×4"], macs: 2 * 4 * 4 * 5 });
  });
});

describe("activation functions of Keras 3", () => {
  it.each([
    ["squareplus", "float32×2×4×6", 5],
    ["sparse_plus", "float32×2×4×6", 5],
    ["sparse_sigmoid", "float32×2×4×6", 4],
    ["hard_tanh", "float32×2×4×6", 2],
    ["threshold", "float32×2×4×6", 1],
    ["glu", "float32×2×4×3", 2], // a sigmoid of half of the elements, and a product
  ])("%s", async (activation, output, perElement) => {
    const figures = await figuresOf({ inputs: [[4, 6]], className: "Activation", config: { activation } });
    expect(figures).toMatchObject({ outputs: [output], ops: 48 * perElement });
  });

  it("sparsemax, by sorting", async () => {
    const figures = await figuresOf({
      inputs: [[4, 6]],
      className: "Dense",
      config: { units: 6, use_bias: false, activation: "sparsemax" },
    });
    // Of 8 lines of 6: a sort (3 comparisons each), sums (5 a line), then excess, mean, margin, test, choice and conversion each; two
    // sums, a subtraction and a division for each line; a subtraction and a bound each.
    expect(figures).toMatchObject({
      outputs: ["float32×2×4×6"],
      macs: 8 * 36,
      ops: 2 * 8 * 36 + 48 * 3 + 8 * 5 + 48 * 6 + 8 * (5 + 5 + 2) + 48 * 2,
    });
  });
});

describe("categories", () => {
  const one_hot = { output_mode: "one_hot" };
  it.each<[string, readonly number[], string, object, string, number]>([
    // ⌈log2(3 + 1)⌉ comparisons for each of 10 numbers
    ["Discretization", [5], "float32", { bin_boundaries: [0, 1, 2] }, "int32×2×5", 20],
    ["Discretization", [5], "float32", { bin_boundaries: null, num_bins: 4, ...one_hot }, "float32×2×5×4", 20],
    // a hash and a remainder for each
    ["Hashing", [3], "int32", { num_bins: 7, dtype: "int64" }, "int64×2×3", 12],
    // in addition a comparison, an add and a choice for each; a bin and a conversion of 2 · 7 counts
    ["Hashing", [3], "string", { num_bins: 7, mask_value: "", output_mode: "count", dtype: "float32" }, "float32×2×7", 6 * 6 + 14],
    // a hash for each
    ["StringLookup", [3], "string", { vocabulary: ["a", "b"] }, "int64×2×3", 6],
    ["StringLookup", [3], "int64", { vocabulary: ["a", "b"], invert: true }, "string×2×3", 6],
    ["StringLookup", [1], "string", { vocabulary: ["a", "b"], mask_token: "", ...one_hot }, "float32×2×4", 2 + 4],
    // two hashes, a remainder, a comparison and a choice for each
    ["IntegerLookup", [3], "int64", { vocabulary: [1, 2, 3], num_oov_indices: 2 }, "int64×2×3", 30],
    ["IntegerLookup", [3], "int64", { vocabulary: [1, 2, 3], vocabulary_size: 4, output_mode: "multi_hot" }, "float32×2×4", 12 + 8],
    ["IntegerLookup", [3], "int64", { vocabulary: [1, 2, 3], output_mode: "tf_idf" }, "float32×2×4", 12 + 8 + 8],
    ["IntegerLookup", [3, 2], "int64", { vocabulary: [1, 2, 3], output_mode: "count" }, "float32×2×2×4", 12 + 2 * 8 * 2],
  ])("%s of %j, %s, %j", async (className, input, dtype, config, output, ops) => {
    expect(await figuresOf({ inputs: [input], className, dtype, config })).toEqual({ outputs: [output], macs: 0, params: 0, ops });
  });

  it("are unknown where the vocabulary stands in another file", async () => {
    const config = { vocabulary: "words.txt", output_mode: "multi_hot" };
    const report = await analyzeCall({ inputs: [[3]], className: "StringLookup", dtype: "string", config });
    expect(report.coverage.undescribed).toEqual([{ operator: "StringLookup", layers: 1 }]);
  });
});

describe("RandomCrop", () => {
  const call: KerasCall = { inputs: [[9, 8, 3]], className: "RandomCrop", config: { height: 4, width: 8 } };

  it("cuts a part out when training", async () => {
    expect(await figuresOf({ ...call, keywords: { training: true } })).toMatchObject({ outputs: ["float32×2×4×8×3"], ops: 0 });
  });

  it("resizes the middle of the same proportions otherwise", async () => {
    // 9×8 has no larger part of 1 : 2 than 4×8, which is as large as the outcome.
    expect(await figuresOf(call)).toMatchObject({ outputs: ["float32×2×4×8×3"], ops: 0 });
    // The middle 3×8, to 6×16: 2 · 2 neighbours, 4 multiplications and 3 adds for each element
    const larger = { ...call, inputs: [[3, 8, 3]], config: { height: 6, width: 16 } };
    expect(await figuresOf(larger)).toMatchObject({ outputs: ["float32×2×6×16×3"], ops: 2 * 6 * 16 * 3 * 7 });
  });
});

describe("spectrograms", () => {
  it("weigh magnitudes of a Fourier transform into mel bins", async () => {
    const config = { fft_length: 64, sequence_stride: 16, sequence_length: 64, num_mel_bins: 10 };
    const call: KerasCall = { inputs: [[256]], className: "MelSpectrogram", config };
    // 256 samples, 32 more at each end: ⌊(320 − 64) / 16⌋ + 1 frames of 64 / 2 + 1 frequencies, into 10 bins
    expect(await figuresOf(call)).toMatchObject({ outputs: ["float32×2×10×17"], macs: 2 * 17 * 33 * 10, params: 0 });
    expect(await figuresOf({ ...call, inputs: [[3, 256]] })).toMatchObject({ outputs: ["float32×2×3×10×17"], macs: 3 * 2 * 17 * 33 * 10 });
    // Decibels: seven operations for each of 2 · 10 · 17, in which the largest is found by one comparison less, and one for the least
    const linear = await figuresOf({ ...call, config: { ...config, power_to_db: false } });
    expect((await figuresOf(call))["ops"]).toBe(Number(linear["ops"]) + 340 * 7 - 1 + 1);
  });

  const stft = { frame_length: 64, frame_step: 16, fft_length: 64 };
  // 13 frames, of 33 frequencies with kernels of 64, real and imaginary
  it.each([
    ["log", {}, "float32×2×13×99", 2],
    ["magnitude", { expand_dims: true }, "float32×2×13×33×3", 2],
    ["psd", {}, "float32×2×13×99", 2],
    ["stft", {}, "float32×2×13×198", 2],
    ["angle", {}, "float32×2×13×99", 2],
    ["real", {}, "float32×2×13×99", 1],
  ])("convolve each channel, %s, %j", async (mode, more, output, kernels) => {
    const call = { inputs: [[256, 3]], className: "STFTSpectrogram", config: { ...stft, mode, ...more } };
    expect(await figuresOf(call)).toMatchObject({
      outputs: [output],
      macs: kernels * 2 * 3 * 13 * 33 * 64,
      params: kernels * 64 * 33,
    });
  });

  it("convolve channels that come first, and pad", async () => {
    const config = { ...stft, mode: "imag", padding: "same", data_format: "channels_first", expand_dims: true };
    const call = { inputs: [[3, 256]], className: "STFTSpectrogram", config };
    expect(await figuresOf(call)).toMatchObject({ outputs: ["float32×2×3×16×33"], macs: 2 * 3 * 16 * 33 * 64 });
  });
});

describe("augmentation", () => {
  it.each(["RandomHue", "RandomErasing", "MixUp", "RandAugment"])("%s hands images on outside training", async (className) => {
    expect(await figuresOf({ inputs: [[4, 5, 3]], className })).toEqual({ outputs: ["float32×2×4×5×3"], macs: 0, params: 0, ops: 0 });
  });
});
