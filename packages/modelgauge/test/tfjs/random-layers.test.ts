import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, describe, it } from "vitest";
import { compareWithTfjs } from "./compare-layers.ts";
import { prepareTfjs } from "./prepare-tfjs.ts";

beforeAll(prepareTfjs);

const { layers } = tf;
const small = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const padding: fc.Arbitrary<"valid" | "same"> = fc.constantFrom("valid", "same");
const activation = fc.constantFrom("linear", "relu", "sigmoid", "softmax", "elu", "gelu") as fc.Arbitrary<never>;

/** A layer that takes images, and gives images out. */
const imageLayer: fc.Arbitrary<() => tf.layers.Layer> = fc.oneof(
  fc
    .record({ filters: small(4), kernelSize: fc.tuple(small(3), small(3)), strides: small(2), padding, useBias: fc.boolean(), activation })
    .map((given) => () => layers.conv2d(given)),
  fc.record({ filters: small(3), kernelSize: small(3), dilationRate: small(2), padding }).map((given) => () => layers.conv2d(given)),
  fc.record({ kernelSize: small(3), depthMultiplier: small(3), padding }).map((given) => () => layers.depthwiseConv2d(given)),
  fc
    .record({ filters: small(4), kernelSize: small(3), depthMultiplier: small(3), padding, useBias: fc.boolean() })
    .map((given) => () => layers.separableConv2d(given)),
  fc.record({ filters: small(3), kernelSize: small(3), strides: small(3), padding }).map((given) => () => layers.conv2dTranspose(given)),
  fc.record({ poolSize: fc.tuple(small(3), small(3)), strides: small(2), padding }).map((given) => () => layers.maxPooling2d(given)),
  fc.record({ poolSize: small(2), padding }).map((given) => () => layers.averagePooling2d(given)),
  fc.record({ padding: small(2) }).map((given) => () => layers.zeroPadding2d(given)),
  fc.record({ size: fc.tuple(small(2), small(2)) }).map((given) => () => layers.upSampling2d(given)),
  fc.record({ scale: fc.boolean(), center: fc.boolean() }).map((given) => () => layers.batchNormalization(given)),
  fc.constant(() => layers.layerNormalization({})),
  fc.constant(() => layers.prelu({ sharedAxes: [1, 2] })),
  fc.constant(() => layers.dropout({ rate: 0.5 })),
);

/** A layer that takes sequences, and gives sequences out. */
const sequenceLayer: fc.Arbitrary<() => tf.layers.Layer> = fc.oneof(
  fc.record({ units: small(4), useBias: fc.boolean(), activation }).map((given) => () => layers.dense(given)),
  fc.record({ filters: small(4), kernelSize: small(3), padding, strides: small(2) }).map((given) => () => layers.conv1d(given)),
  fc
    .record({ units: small(3), useBias: fc.boolean(), goBackwards: fc.boolean() })
    .map((given) => () => layers.lstm({ ...given, returnSequences: true })),
  fc.record({ units: small(3) }).map((given) => () => layers.gru({ ...given, returnSequences: true })),
  fc.record({ units: small(3), mergeMode: fc.constantFrom("concat", "sum", "mul", "ave") as fc.Arbitrary<never> }).map(
    ({ units, mergeMode }) =>
      () =>
        layers.bidirectional({ layer: layers.simpleRNN({ units, returnSequences: true }), mergeMode }),
  ),
  fc.record({ units: small(3) }).map((given) => () => layers.timeDistributed({ layer: layers.dense(given) })),
  fc.record({ poolSize: small(2), padding }).map((given) => () => layers.averagePooling1d(given)),
);

/** The layers that fit, one after the other: TensorFlow.js refuses a window that is larger than what is left of an image. */
function stack(shape: readonly number[], made: readonly (() => tf.layers.Layer)[], last: tf.layers.Layer): tf.LayersModel {
  const input = tf.input({ shape: [...shape] });
  let output: tf.SymbolicTensor = input;
  for (const make of made) {
    const layer = make();
    const shapeAfter = layer.computeOutputShape(output.shape) as (number | null)[];
    if (shapeAfter.every((size) => size === null || size > 0)) output = layer.apply(output) as tf.SymbolicTensor;
  }
  return tf.model({ inputs: input, outputs: last.apply(output) as tf.SymbolicTensor });
}

describe("random stacks of layers", () => {
  it("of images are as TensorFlow.js runs them", async () => {
    const models = fc.tuple(
      fc.tuple(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 6, max: 12 }), small(3)),
      fc.array(imageLayer, { maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(models, async ([shape, made]) => compareWithTfjs(stack(shape, made, layers.flatten()))),
      { numRuns: 60 },
    );
  }, 60_000);

  it("of sequences are as TensorFlow.js runs them", async () => {
    const models = fc.tuple(fc.tuple(fc.integer({ min: 4, max: 9 }), small(4)), fc.array(sequenceLayer, { maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(models, async ([shape, made]) => compareWithTfjs(stack(shape, made, layers.globalMaxPooling1d({})))),
      { numRuns: 40 },
    );
  }, 60_000);
});
