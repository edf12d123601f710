import * as tf from "@tensorflow/tfjs";
import { type BlobLike, bytesSource, type Source } from "@modelgauge/core";
import { fileListSource } from "@modelgauge/frontend-tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { analyzeTfjs, shapeOf, storedElements, warnings } from "./analyze-tfjs.ts";
import { floats, graphArtifacts, ints } from "./compare-graph.ts";
import { savedArtifacts } from "./compare-layers.ts";
import { prepareTfjs } from "./prepare-tfjs.ts";

beforeAll(prepareTfjs);

const { layers } = tf;

/** A model.json, and the ranges that are read of the files beside it. */
function folder(model: object, files: Readonly<Record<string, Uint8Array>> = {}): Source & { readonly ranges: string[] } {
  const ranges: string[] = [];
  return {
    ...bytesSource(new TextEncoder().encode(JSON.stringify(model)), "model.json"),
    ranges,
    sibling: (path) => {
      const bytes = files[path];
      if (bytes === undefined) return Promise.resolve(undefined);
      const inner = bytesSource(bytes, path);
      return Promise.resolve({
        ...inner,
        read: (offset: number, length: number) => {
          ranges.push(`${path} ${offset}+${length}`);
          return inner.read(offset, length);
        },
      });
    },
  };
}

/** Parts of a model.json from artifacts. */
function asFiles(artifacts: tf.io.ModelArtifacts, paths: readonly string[]): object {
  const { modelTopology, weightSpecs, signature } = artifacts;
  return { modelTopology, signature, weightsManifest: [{ paths, weights: weightSpecs }] };
}

const dense = (): tf.LayersModel =>
  tf.sequential({ layers: [layers.dense({ name: "first", units: 16, inputShape: [10] }), layers.dense({ name: "second", units: 3 })] });

describe("weights of Keras models", () => {
  it("are as the manifest has them, quantised ones by their size in the file", async () => {
    const artifacts = await savedArtifacts(dense());
    const specs = artifacts.weightSpecs!.map((spec) => ({ ...spec, quantization: { dtype: "uint8", scale: 0.1, min: 0 } }));
    const report = await analyzeTfjs(folder(asFiles({ ...artifacts, weightSpecs: specs as never }, ["a.bin"])));
    expect(storedElements(report)).toBe(227); // 10 · 16 + 16 + 16 · 3 + 3
    expect(report.totals["model-size"]?.["total"]).toMatchObject({ value: 227, status: "exact" });
    expect(report.diagnostics).toContainEqual({
      severity: "info",
      code: "tfjs-quantised-weights",
      message: "weights are stored in 227 bytes, and take 908 bytes once they are loaded",
    });
  });

  it("win over the topology, which a diagnostic tells", async () => {
    const artifacts = await savedArtifacts(dense());
    const specs = artifacts.weightSpecs!.map((spec) => (spec.name === "first/kernel" ? { ...spec, shape: [11, 16] } : spec));
    const report = await analyzeTfjs(folder(asFiles({ ...artifacts, weightSpecs: specs }, ["a.bin"])));
    expect(storedElements(report)).toBe(243); // 16 more
    expect(warnings(report)).toEqual([
      'weight "first/kernel" is 11×16 in the manifest, 10×16 by the topology: it is counted as in the manifest',
    ]);
  });

  it("follow from the topology where there is no manifest, or one lacks them; what no layer has is not counted", async () => {
    const { modelTopology, weightSpecs } = await savedArtifacts(dense());
    expect(storedElements(await analyzeTfjs(folder({ modelTopology })))).toBe(227);
    const specs = [...weightSpecs!.slice(1), { name: "other/kernel", shape: [7], dtype: "float32" as const }];
    const report = await analyzeTfjs(folder(asFiles({ modelTopology: modelTopology!, weightSpecs: specs }, ["a.bin"])));
    expect(storedElements(report)).toBe(227);
    expect(warnings(report)).toEqual([
      'the manifest has no weight "first/kernel": it is counted as 10×16, by the topology',
      '1 of the manifest\'s weights belongs to no layer, and is not counted: "other/kernel"',
    ]);
  });

  it.each([
    ["with a scope in front", (name: string) => `model/${name}`],
    ["as variables", (name: string) => `${name}:0`],
    ["by numbers", (name: string) => name.replace(/kernel$/, "vars/0").replace(/bias$/, "vars/1")],
    ["as checkpoints", (name: string) => `_layer_checkpoint_dependencies/${name}`],
  ])("are found by their names %s", async (_, rename) => {
    const artifacts = await savedArtifacts(dense());
    const specs = artifacts.weightSpecs!.map((spec) => ({ ...spec, name: rename(spec.name) }));
    const report = await analyzeTfjs(folder(asFiles({ ...artifacts, weightSpecs: specs }, ["a.bin"])));
    expect(storedElements(report)).toBe(227);
    expect(warnings(report)).toEqual([]);
  });

  it("of layers that nobody knows are counted by the layer's name", async () => {
    const { modelTopology, weightSpecs } = await savedArtifacts(dense());
    const renamed = JSON.parse(JSON.stringify(modelTopology).replace('"class_name":"Dense"', '"class_name":"Gate"'));
    const report = await analyzeTfjs(folder(asFiles({ modelTopology: renamed, weightSpecs: weightSpecs! }, ["a.bin"])));
    expect(report.totals["params"]?.["total"]).toMatchObject({ value: 227, status: "at-least" });
    expect(warnings(report)[0]).toBe('Gate "first" (tfjs Gate): no plugin translates the layer class Gate');
  });
});

describe("layers that TensorFlow.js shapes in its own way", () => {
  it("keep the batch when they resize images, and encode categories", async () => {
    const input = tf.input({ shape: [10, 12, 3] });
    const resized = layers.resizing({ height: 5, width: 6, interpolation: "nearest" }).apply(input) as tf.SymbolicTensor;
    const { modelTopology } = await savedArtifacts(tf.model({ inputs: input, outputs: resized }));
    const report = await analyzeTfjs(folder({ modelTopology }), { dims: { batch: 2 } });
    expect(report.model.outputs[0]).toMatchObject({ shape: [2, 5, 6, 3] });
  });

  it("crop the middle of images, and bound a random width", async () => {
    const input = tf.input({ shape: [10, 12, 3] });
    const cropped = layers.centerCrop({ height: 4, width: 6 }).apply(input) as tf.SymbolicTensor;
    const crop = await savedArtifacts(tf.model({ inputs: input, outputs: cropped }));
    expect((await analyzeTfjs(folder({ modelTopology: crop.modelTopology }))).model.outputs[0]).toMatchObject({ shape: [1, 4, 6, 3] });
    const wide = {
      class_name: "RandomWidth",
      config: { name: "wide", factor: [-0.2, 0.25], interpolation: "bilinear", batch_input_shape: [null, 10, 12, 3] },
    };
    const report = await analyzeTfjs({ modelTopology: { class_name: "Sequential", config: { name: "m", layers: [wide] } } });
    expect(report.model.outputs[0]).toMatchObject({ shape: [1, 10, 15, 3], status: "at-most" }); // 12 · 1.25
  });

  it.each([
    ["one_hot", [2, 4, 7]],
    ["multi_hot", [2, 7]],
    ["count", [2, 7]],
  ])("encode categories as %s", async (mode, shape) => {
    const layer = {
      class_name: "CategoryEncoding",
      config: { name: "encode", num_tokens: 7, output_mode: mode, batch_input_shape: [null, 4] },
    };
    const report = await analyzeTfjs(
      { modelTopology: { class_name: "Sequential", config: { name: "m", layers: [layer] } } },
      { dims: { batch: 2 } },
    );
    expect(report.model.outputs[0]).toMatchObject({ dtype: "float32", shape });
  });

  it("run once for each output that is read", async () => {
    const input = tf.input({ shape: [6, 4] });
    const outputs = layers.lstm({ units: 5, returnState: true }).apply(input) as tf.SymbolicTensor[];
    const { modelTopology } = await savedArtifacts(tf.model({ inputs: input, outputs: [outputs[0]!, outputs[2]!] }));
    const report = await analyzeTfjs(folder({ modelTopology }));
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 2160 }); // 2 · 6 · 4 · 5 · (4 + 5)
    expect(report.totals["params"]?.["total"]).toMatchObject({ value: 200 }); // 4 · 5 · (4 + 5 + 1)
    expect(report.diagnostics.map(({ code }) => code)).toContain("tfjs-runs-again");
  });
});

describe("other versions of Keras", () => {
  it("1 had other names for classes and arguments", async () => {
    const modelTopology = {
      class_name: "Sequential",
      config: [
        {
          class_name: "Convolution2D",
          config: {
            name: "conv",
            nb_filter: 4,
            nb_row: 3,
            nb_col: 5,
            subsample: [2, 2],
            border_mode: "same",
            dim_ordering: "tf",
            bias: true,
            batch_input_shape: [null, 9, 11, 3],
            activation: "relu",
          },
        },
        { class_name: "Flatten", config: { name: "flat" } },
        { class_name: "Dense", config: { name: "dense", output_dim: 7, init: "glorot_uniform", bias: true, activation: "softmax" } },
      ],
    };
    const report = await analyzeTfjs({ modelTopology });
    expect(storedElements(report)).toBe(1031); // 3 · 5 · 3 · 4 + 4 + 5 · 6 · 4 · 7 + 7
    expect(report.model.outputs[0]).toMatchObject({ shape: [1, 7] });
  });

  it("3 writes tensors with their types, which layers that nobody knows keep", async () => {
    const tensor = (layer: string, shape: readonly (number | null)[]): object => ({
      class_name: "__keras_tensor__",
      config: { shape, dtype: "float32", keras_history: [layer, 0, 0] },
    });
    const modelTopology = {
      keras_version: "3.5.0",
      model_config: {
        class_name: "Functional",
        config: {
          name: "m",
          layers: [
            { class_name: "InputLayer", name: "x", config: { name: "x", batch_shape: [null, 8], dtype: "float32" }, inbound_nodes: [] },
            {
              class_name: "Mystery",
              name: "mystery",
              config: { name: "mystery" },
              inbound_nodes: [{ args: [tensor("x", [null, 8])], kwargs: {} }],
            },
            {
              module: "keras.src.ops.numpy",
              class_name: "Add",
              name: "add",
              config: { name: "add" },
              inbound_nodes: [{ args: [tensor("mystery", [null, 6]), 1], kwargs: {} }],
            },
            {
              class_name: "Dense",
              name: "dense",
              config: { name: "dense", units: 2 },
              inbound_nodes: [{ args: [tensor("add", [null, 6])], kwargs: {} }],
            },
          ],
          input_layers: [["x", 0, 0]],
          output_layers: ["dense", 0, 0],
        },
      },
    };
    const report = await analyzeTfjs({ modelTopology }, { dims: { batch: 3 } });
    expect(report.model.outputs[0]).toMatchObject({ shape: [3, 2] });
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 36, status: "at-least" }); // 3 · 6 · 2
  });
});

describe("graphs in files", () => {
  const graph = graphArtifacts({
    placeholders: { x: floats([2, 12]) },
    nodes: { product: { op: "MatMul", inputs: ["x", floats([12, 4])] }, y: { op: "Reshape", inputs: ["product", ints([4, -1])] } },
  });
  const weights = new Uint8Array(graph.weightData as ArrayBuffer);

  it("are read with only those bytes of their weights that shapes follow from, across files", async () => {
    const source = folder(asFiles(graph, ["a.bin", "b.bin"]), { "a.bin": weights.subarray(0, 194), "b.bin": weights.subarray(194) });
    const report = await analyzeTfjs(source);
    expect(shapeOf(report, "y")).toEqual([4, 2]);
    expect(source.ranges).toEqual(["a.bin 192+2", "b.bin 0+6"]); // after 12 · 4 · 4 bytes, two int32
    expect(warnings(report)).toEqual([]);
  });

  it("name the files that are missing, and go on", async () => {
    const report = await analyzeTfjs(folder(asFiles(graph, ["a.bin", "b.bin"]), { "a.bin": weights }));
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 96, status: "at-least" }); // 2 · 12 · 4
    expect(warnings(report)).toEqual([
      'the weight file "b.bin" is not beside the model: what it holds is not known',
      'Reshape "y" (tfjs Reshape): the values of its input "y/input_1" are not known',
    ]);
  });

  it("come from a page's file list", async () => {
    const file = (name: string, bytes: Uint8Array): BlobLike & { readonly name: string; readonly webkitRelativePath: string } =>
      Object.assign(new Blob([bytes as never]), { name, webkitRelativePath: `folder/${name}` });
    const model = new TextEncoder().encode(JSON.stringify(asFiles(graph, ["./a.bin"])));
    const report = await analyzeTfjs(fileListSource([file("a.bin", weights), file("model.json", model)]));
    expect(shapeOf(report, "y")).toEqual([4, 2]);
    expect(() => fileListSource([file("a.bin", weights)])).toThrow("none of 1 files is a model.json");
  });
});

describe("what weight files hold", () => {
  const specs = [
    { name: "first/kernel", shape: [2, 3], dtype: "float32" },
    { name: "first/bias", shape: [3], dtype: "float32", quantization: { dtype: "uint8", scale: 0.5, min: -1 } },
  ];
  const layer = { class_name: "Dense", config: { name: "first", units: 3, batch_input_shape: [null, 2] } };
  const model = {
    modelTopology: { class_name: "Sequential", config: { name: "m", layers: [layer] } },
    weightsManifest: [{ paths: ["a.bin"], weights: specs }],
  };
  const bytes = new Uint8Array([...new Uint8Array(Float32Array.of(0, 1, -0, 2, 0, 3).buffer), 2, 0, 2]);

  it("is looked into where that is asked for", async () => {
    const report = await analyzeTfjs(folder(model, { "a.bin": bytes }), { inspectWeights: "values" });
    expect(report.totals["params"]?.["nonzero"]).toMatchObject({ value: 4, status: "exact" }); // 1, 2, 3; of the levels, 2 · 0.5 − 1 is zero
    expect(warnings(report)).toEqual([]);
  });

  it("is told to be missing, or too short", async () => {
    const inspect = async (files: Readonly<Record<string, Uint8Array>>) =>
      warnings(await analyzeTfjs(folder(model, files), { inspectWeights: "storage" }));
    expect(await inspect({})).toEqual(['the weight file "a.bin" is not beside the model: what it holds is not known']);
    expect(await inspect({ "a.bin": bytes.subarray(1) })).toEqual(['"a.bin": too short for weight "first/bias"']);
  });
});

describe("models in memory", () => {
  it("are artifacts, handlers that load them, and models that are loaded", async () => {
    const model = dense();
    const artifacts = await savedArtifacts(model);
    for (const object of [artifacts, tf.io.fromMemory(artifacts), model]) expect(storedElements(await analyzeTfjs(object))).toBe(227);
    const graph = graphArtifacts({ placeholders: { x: floats([2, 12]) }, nodes: { y: { op: "Reshape", inputs: ["x", ints([4, -1])] } } });
    const loaded = await tf.loadGraphModel(tf.io.fromMemory(structuredClone(graph)));
    expect(shapeOf(await analyzeTfjs(loaded), "y")).toEqual([4, 6]);
  });
});

describe("weights without a model", () => {
  it("are parameters and sizes, and nothing else is known", async () => {
    const manifest = [
      {
        paths: ["a.bin"],
        weights: [
          { name: "conv/filters", shape: [3, 3, 3, 8], dtype: "float32", quantization: { dtype: "uint8", scale: 1, min: 0 } },
          { name: "conv/bias", shape: [8], dtype: "float32" },
        ],
      },
    ];
    const report = await analyzeTfjs(folder(manifest));
    expect(report.totals["params"]?.["total"]).toMatchObject({ value: 224 }); // 3 · 3 · 3 · 8 + 8
    expect(report.totals["model-size"]?.["total"]).toMatchObject({ value: 248 }); // 216 + 8 · 4
    expect(report.totals["macs"]?.["total"]).toMatchObject({ status: "at-least" });
    expect(warnings(report)[0]).toBe("the file has weights and no topology: parameters and sizes are counted, work is not known");
  });
});

describe("malformed models", () => {
  const dim = { dim: [{ size: "2" }] };
  const cases: readonly (readonly [what: string, model: unknown, message: string])[] = [
    ["null", null, "model.json: it is no TensorFlow.js model: null is no object"],
    ["a number", 42, "model.json: it is no TensorFlow.js model: 42 is no object"],
    [
      "nothing of a model",
      { modelTopology: null },
      "model.json: it is no TensorFlow.js model: it has neither modelTopology nor weightsManifest",
    ],
    [
      "a strange topology",
      { modelTopology: { some: 1 } },
      "model.json: modelTopology is neither a Keras model (class_name) nor a TensorFlow graph (node)",
    ],
    ["no nodes", { modelTopology: { versions: {} } }, "model.json: modelTopology.node is no list of nodes"],
    [
      "a dangling input",
      { modelTopology: { node: [{ name: "a", op: "Relu", input: ["b"] }] } },
      'model.json: Relu "a" reads "b", which nothing produces',
    ],
    [
      "a cycle",
      {
        modelTopology: {
          node: [
            { name: "a", op: "Relu", input: ["b"] },
            { name: "b", op: "Relu", input: ["a"] },
          ],
        },
      },
      'model.json: nodes form a cycle through Relu "a"',
    ],
    [
      "two nodes of one name",
      {
        modelTopology: {
          node: [
            { name: "a", op: "Relu" },
            { name: "a", op: "Relu" },
          ],
        },
      },
      'model.json: modelTopology.node has two nodes "a"',
    ],
    ["no name", { modelTopology: { node: [{ op: "Relu" }] } }, "model.json: modelTopology.node[0].name is missing"],
    [
      "a wrong attribute",
      {
        modelTopology: {
          node: [
            { name: "a", op: "Placeholder", attr: { dtype: { type: "DT_FLOAT" }, shape: { shape: dim } } },
            { name: "b", op: "Squeeze", input: ["a"], attr: { squeeze_dims: { list: { i: ["x"] } } } },
          ],
        },
      },
      'model.json: Squeeze "b": modelTopology.node[1].attr.squeeze_dims.list.i[0] is no whole number',
    ],
    [
      "a negative size",
      { modelTopology: {}, weightsManifest: [{ paths: [], weights: [{ name: "a", shape: [-1], dtype: "float32" }] }] },
      'model.json: weightsManifest[0].weights[0].shape of "a" has a negative size: [-1]',
    ],
    [
      "a strange dtype",
      { weightsManifest: [{ paths: [], weights: [{ name: "a", shape: [1], dtype: "bfloat16" }] }] },
      'model.json: weightsManifest[0].weights[0].dtype is "bfloat16", not one of float32, int32, bool, string, complex64',
    ],
    [
      "a layer without its size",
      {
        modelTopology: {
          class_name: "Sequential",
          config: { name: "m", layers: [{ class_name: "Dense", config: { name: "d", batch_input_shape: [null, 4] } }] },
        },
      },
      'model.json: Dense "d": modelTopology.config.layers[0].config.units is missing',
    ],
    [
      "a stride of 0",
      {
        modelTopology: {
          class_name: "Sequential",
          config: {
            name: "m",
            layers: [
              { class_name: "Conv1D", config: { name: "c", filters: 1, kernel_size: 1, strides: 0, batch_input_shape: [null, 4, 1] } },
            ],
          },
        },
      },
      'model.json: conv "c" (tfjs Conv1D): attribute strides[0]: must be at least 1',
    ],
    [
      "an input that nobody sizes",
      {
        modelTopology: {
          class_name: "Sequential",
          config: { name: "m", layers: [{ class_name: "Dense", config: { name: "d", units: 1 } }] },
        },
      },
      'model.json: the file does not tell the shape of input "d_input"',
    ],
    [
      "layers in a cycle",
      {
        modelTopology: {
          class_name: "Model",
          config: {
            name: "m",
            layers: [{ class_name: "ReLU", name: "a", config: { name: "a" }, inbound_nodes: [[["a", 0, 0, {}]]] }],
            input_layers: [["a", 0, 0]],
            output_layers: [["a", 0, 0]],
          },
        },
      },
      'model.json: model "m" has no InputLayer "a"',
    ],
  ];

  it.each(cases)("%s", async (_, model, message) => {
    await expect(analyzeTfjs(folder(model as object))).rejects.toThrow(message);
  });

  it("no JSON at all", async () => {
    await expect(analyzeTfjs(bytesSource(new TextEncoder().encode('{"modelTopology": {'), "model.json"))).rejects.toThrow(
      /^model\.json: it is no JSON: /,
    );
    await expect(analyzeTfjs(bytesSource(new Uint8Array(), "model.json"))).rejects.toThrow("model.json: the file is empty");
  });

  it("names that objects have of their own", async () => {
    const node = (name: string, input: readonly string[] = []): object => ({ name, op: input.length > 0 ? "Relu" : "constructor", input });
    const modelTopology = { node: [node("__proto__"), node("hasOwnProperty", ["__proto__"]), node("toString", ["hasOwnProperty"])] };
    const report = await analyzeTfjs(folder({ modelTopology }));
    expect(report.coverage.undescribed).toEqual([
      { operator: "Relu", layers: 2 },
      { operator: "constructor", layers: 1 },
    ]);
  });

  it("models in models without end", async () => {
    let layer: object = { class_name: "Dense", config: { name: "d", units: 1, batch_input_shape: [null, 4] } };
    for (let depth = 0; depth < 100; depth++) layer = { class_name: "Sequential", config: { name: `m${depth}`, layers: [layer] } };
    await expect(analyzeTfjs(folder({ modelTopology: layer }))).rejects.toThrow(
      "model.json: modelTopology.config.layers[0].config.layers[0].config.….config.layers[0].config.layers[0]: models stand more than 64 deep in one another",
    );
  });

  it("a weight file outside the model's folder", async () => {
    const artifacts = graphArtifacts({ placeholders: { x: floats([4]) }, nodes: { y: { op: "Reshape", inputs: ["x", ints([2, 2])] } } });
    const source = folder(asFiles(artifacts, ["../../etc/passwd"]));
    expect(warnings(await analyzeTfjs(source))[0]).toBe(
      'the weight file "../../etc/passwd" is not beside the model: what it holds is not known',
    );
    expect(source.ranges).toEqual([]);
  });
});
