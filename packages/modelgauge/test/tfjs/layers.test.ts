import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { analyzeTfjs } from "./analyze-tfjs.ts";
import { compareWithTfjs, savedArtifacts } from "./compare-layers.ts";
import { prepareTfjs } from "./prepare-tfjs.ts";

beforeAll(prepareTfjs);

/** One layer, or several one after the other, on an input of a shape without its batch. */
function chain(shape: readonly (number | null)[], ...layers: readonly tf.layers.Layer[]): tf.LayersModel {
  const input = tf.input({ shape: [...shape] });
  const output = layers.reduce<tf.SymbolicTensor>((x, layer) => layer.apply(x) as tf.SymbolicTensor, input);
  return tf.model({ inputs: input, outputs: output });
}

const { layers } = tf;

const CHAINS: Readonly<Record<string, () => tf.LayersModel>> = {
  "Dense on vectors": () => chain([10], layers.dense({ units: 4, activation: "relu" }), layers.dense({ units: 3, useBias: false })),
  "Dense on sequences": () => chain([5, 10], layers.dense({ units: 4, activation: "softmax" })),
  Conv1D: () =>
    chain(
      [33, 6],
      layers.conv1d({ filters: 4, kernelSize: 5, padding: "same", strides: 3 }),
      layers.conv1d({ filters: 2, kernelSize: 3, dilationRate: 2 }),
    ),
  Conv2D: () =>
    chain(
      [17, 19, 3],
      layers.conv2d({ filters: 8, kernelSize: [3, 5], strides: [2, 3], padding: "same", activation: "elu" }),
      layers.conv2d({ filters: 4, kernelSize: 3, dilationRate: [2, 1], padding: "valid", useBias: false }),
    ),
  "Conv2D channels first": () =>
    chain([3, 12, 14], layers.conv2d({ filters: 8, kernelSize: 3, dataFormat: "channelsFirst", padding: "same", strides: 2 })),
  Conv3D: () => chain([8, 9, 10, 2], layers.conv3d({ filters: 3, kernelSize: [2, 3, 3], strides: [1, 2, 2], padding: "same" })),
  Conv2DTranspose: () =>
    chain(
      [7, 9, 6],
      layers.conv2dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: "same" }),
      layers.conv2dTranspose({ filters: 3, kernelSize: [2, 4], strides: 3, padding: "valid", useBias: false }),
    ),
  "Conv2DTranspose of a kernel smaller than its stride": () =>
    chain([5, 5, 2], layers.conv2dTranspose({ filters: 3, kernelSize: 2, strides: 3, padding: "same" })),
  Conv3DTranspose: () => chain([3, 4, 5, 4], layers.conv3dTranspose({ filters: 2, kernelSize: 3, strides: 2, padding: "same" })),
  DepthwiseConv2D: () => chain([14, 15, 6], layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, strides: 2, padding: "same" })),
  SeparableConv2D: () =>
    chain(
      [14, 18, 5],
      layers.separableConv2d({ filters: 7, kernelSize: 3, depthMultiplier: 3, padding: "same", strides: 2, activation: "relu6" }),
    ),
  Pooling1D: () =>
    chain([21, 4], layers.maxPooling1d({ poolSize: 3, strides: 2, padding: "same" }), layers.averagePooling1d({ poolSize: 2 })),
  Pooling2D: () =>
    chain([15, 16, 3], layers.maxPooling2d({ poolSize: [3, 2], strides: 2, padding: "same" }), layers.averagePooling2d({ poolSize: 2 })),
  Pooling3D: () =>
    chain([9, 8, 7, 2], layers.maxPooling3d({ poolSize: 2, strides: 2, padding: "same" }), layers.averagePooling3d({ poolSize: 2 })),
  "Pooling2D channels first": () => chain([3, 15, 16], layers.maxPooling2d({ poolSize: 3, strides: 2, dataFormat: "channelsFirst" })),
  GlobalAveragePooling1D: () => chain([7, 5], layers.globalAveragePooling1d({})),
  GlobalMaxPooling1D: () => chain([7, 5], layers.globalMaxPooling1d({})),
  GlobalAveragePooling2D: () => chain([7, 8, 3], layers.globalAveragePooling2d({})),
  GlobalMaxPooling2D: () => chain([3, 7, 8], layers.globalMaxPooling2d({ dataFormat: "channelsFirst" })),
  ReLU: () => chain([4, 3], layers.reLU({ maxValue: 5 }), layers.reLU({}), layers.reLU({ maxValue: 6 })),
  "activation layers": () =>
    chain(
      [4, 3],
      layers.leakyReLU({ alpha: 0.2 }),
      layers.elu({}),
      layers.thresholdedReLU({}),
      layers.softmax({ axis: -1 }),
      layers.activation({ activation: "selu" }),
    ),
  PReLU: () => chain([6, 5, 4], layers.prelu({ sharedAxes: [1, 2] }), layers.prelu({})),
  regularisation: () =>
    chain(
      [6, 4],
      layers.dropout({ rate: 0.3 }),
      layers.spatialDropout1d({ rate: 0.2 }),
      layers.gaussianNoise({ stddev: 1 }),
      layers.gaussianDropout({ rate: 0.1 }),
      layers.alphaDropout({ rate: 0.1 }),
    ),
  BatchNormalization: () =>
    chain(
      [6, 5, 4],
      layers.batchNormalization({}),
      layers.batchNormalization({ axis: 1, scale: false }),
      layers.batchNormalization({ center: false }),
    ),
  LayerNormalization: () => chain([6, 5, 4], layers.layerNormalization({}), layers.layerNormalization({ axis: [2, 3], scale: false })),
  reshaping: () =>
    chain(
      [4, 6, 5],
      layers.permute({ dims: [3, 1, 2] }),
      layers.reshape({ targetShape: [10, 12] }),
      layers.flatten(),
      layers.repeatVector({ n: 3 }),
    ),
  "Flatten channels first": () => chain([2, 3, 4], layers.flatten({ dataFormat: "channelsFirst" })),
  spatial: () =>
    chain(
      [10, 12, 3],
      layers.zeroPadding2d({
        padding: [
          [1, 2],
          [3, 4],
        ],
      }),
      layers.cropping2D({
        cropping: [
          [1, 0],
          [2, 3],
        ],
      }),
      layers.upSampling2d({ size: [2, 3], interpolation: "bilinear" }),
    ),
  "spatial channels first": () =>
    chain(
      [3, 10, 12],
      layers.zeroPadding2d({ padding: 2, dataFormat: "channelsFirst" }),
      layers.cropping2D({
        cropping: [
          [1, 1],
          [0, 2],
        ],
        dataFormat: "channelsFirst",
      }),
    ),
  Embedding: () => tf.sequential({ layers: [layers.embedding({ inputDim: 50, outputDim: 7, inputLength: 6 }), layers.lstm({ units: 3 })] }),
  Masking: () => chain([5, 4], layers.masking({ maskValue: 0 })),
  Rescaling: () => chain([5, 5, 3], layers.rescaling({ scale: 1 / 255, offset: 0.5 })),
  SimpleRNN: () =>
    chain(
      [9, 5],
      layers.simpleRNN({ units: 6, returnSequences: true }),
      layers.simpleRNN({ units: 4, useBias: false, activation: "relu" }),
    ),
  LSTM: () =>
    chain(
      [9, 5],
      layers.lstm({ units: 6, returnSequences: true, goBackwards: true }),
      layers.lstm({ units: 4, recurrentActivation: "sigmoid" }),
    ),
  GRU: () => chain([9, 5], layers.gru({ units: 6, returnSequences: true }), layers.gru({ units: 4, implementation: 2 })),
  "RNN of a cell": () => chain([8, 5], layers.rnn({ cell: layers.lstmCell({ units: 6 }), returnSequences: true })),
  "RNN of stacked cells": () =>
    chain(
      [8, 5],
      layers.rnn({
        cell: layers.stackedRNNCells({
          cells: [layers.lstmCell({ units: 6 }), layers.gruCell({ units: 4 }), layers.simpleRNNCell({ units: 3 })],
        }),
        returnSequences: true,
      }),
    ),
  ConvLSTM2D: () =>
    chain([4, 10, 12, 2], layers.convLstm2d({ filters: 3, kernelSize: [3, 2], strides: 2, padding: "valid", returnSequences: true })),
  "ConvLSTM2D, last step": () => chain([4, 10, 12, 2], layers.convLstm2d({ filters: 3, kernelSize: 3, padding: "same", useBias: false })),
  Bidirectional: () =>
    chain(
      [6, 4],
      layers.bidirectional({ layer: layers.lstm({ units: 5, returnSequences: true }), mergeMode: "concat" }),
      layers.bidirectional({ layer: layers.gru({ units: 3 }), mergeMode: "ave" }),
    ),
  "TimeDistributed of a layer": () => chain([7, 8, 9, 3], layers.timeDistributed({ layer: layers.conv2d({ filters: 4, kernelSize: 3 }) })),
  "TimeDistributed of a model": () =>
    chain(
      [7, 4],
      layers.timeDistributed({
        layer: tf.sequential({ layers: [layers.dense({ units: 6, inputShape: [4] }), layers.dense({ units: 3 })] }),
      }),
    ),
};

describe("layers of TensorFlow.js, one after the other", () => {
  it.each(Object.keys(CHAINS))("%s", async (name) => {
    await compareWithTfjs(CHAINS[name]!());
  });
});

describe("layers that join tensors", () => {
  const inputs = (...shapes: readonly (readonly number[])[]): tf.SymbolicTensor[] => shapes.map((shape) => tf.input({ shape: [...shape] }));

  it.each(["add", "multiply", "average", "maximum", "minimum"] as const)("%s", async (name) => {
    const [a, b, c] = inputs([6, 4], [6, 4], [6, 4]);
    await compareWithTfjs(tf.model({ inputs: [a!, b!, c!], outputs: layers[name]().apply([a!, b!, c!]) as tf.SymbolicTensor }));
  });

  it("add tensors of fewer dimensions to each step", async () => {
    const [a, b] = inputs([6, 4], [4]);
    await compareWithTfjs(tf.model({ inputs: [a!, b!], outputs: layers.add().apply([a!, b!]) as tf.SymbolicTensor }));
  });

  it("concatenate along any axis", async () => {
    const [a, b] = inputs([6, 4], [3, 4]);
    await compareWithTfjs(tf.model({ inputs: [a!, b!], outputs: layers.concatenate({ axis: 1 }).apply([a!, b!]) as tf.SymbolicTensor }));
  });

  it.each([
    ["vectors", [5], [5], 1],
    ["sequences", [6, 4], [7, 4], 2],
    ["a sequence and a vector", [6, 4], [4], [2, 1]],
  ] as const)("multiply %s", async (_, left, right, axes) => {
    const [a, b] = inputs(left, right);
    const output = layers.dot({ axes: axes as never, normalize: true }).apply([a!, b!]) as tf.SymbolicTensor;
    await compareWithTfjs(tf.model({ inputs: [a!, b!], outputs: output }));
  });
});

describe("models", () => {
  it("share layers, and stand in one another", async () => {
    const encoder = tf.sequential({ name: "encoder", layers: [layers.dense({ units: 8, inputShape: [6] }), layers.batchNormalization()] });
    const head = tf.sequential({ name: "head", layers: [layers.dense({ units: 2, inputShape: [8] })] });
    const [a, b] = [tf.input({ shape: [6] }), tf.input({ shape: [6] })];
    const joined = layers
      .concatenate()
      .apply([encoder.apply(a) as tf.SymbolicTensor, encoder.apply(b) as tf.SymbolicTensor]) as tf.SymbolicTensor;
    const output = layers.dense({ units: 8 }).apply(joined) as tf.SymbolicTensor;
    await compareWithTfjs(tf.model({ inputs: [a, b], outputs: head.apply(output) as tf.SymbolicTensor }));
  });

  it("have the input of the model that stands first", async () => {
    const inner = tf.sequential({ layers: [layers.dense({ name: "leading", units: 3, inputShape: [4] })] });
    const model = tf.sequential({ layers: [inner, layers.dense({ units: 2 })] });
    const report = await analyzeTfjs(await savedArtifacts(model));
    expect(report.model.inputs.map(({ name }) => name)).toEqual(model.inputs.map(({ name }) => name));
    expect(model.inputs[0]!.name).toBe("leading_input");
  });

  it("take initial states", async () => {
    const [x, h, c] = [tf.input({ shape: [8, 5] }), tf.input({ shape: [6] }), tf.input({ shape: [6] })];
    const output = layers.lstm({ units: 6 }).apply([x, h, c]) as tf.SymbolicTensor;
    await compareWithTfjs(tf.model({ inputs: [x, h, c], outputs: output }));
  });

  it("have sizes that only the caller knows", async () => {
    const model = chain(
      [null, null, 3],
      layers.conv2d({ filters: 4, kernelSize: 3 }),
      layers.globalAveragePooling2d({}),
      layers.dense({ units: 2 }),
    );
    await compareWithTfjs(model, { inputShapes: [[2, 9, 11, 3]] });
  });
});
