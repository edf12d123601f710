import * as tf from "@tensorflow/tfjs";
import { expect } from "vitest";
import { analyzeTfjs, storedElements, warnings } from "./analyze-tfjs.ts";

/** What TensorFlow.js saves of a model. */
export async function savedArtifacts(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler((artifacts) => {
      saved = artifacts;
      return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } });
    }),
  );
  return saved!;
}

/** How a comparison is made. */
export interface ComparisonOptions {
  /** Sizes of the inputs, batch included; those that the model declares, with a batch of 2, where left out. */
  readonly inputShapes?: readonly (readonly number[])[];
  /** Warnings that are expected. */
  readonly warned?: readonly (string | RegExp)[];
}

/**
 * Compares a saved model with what TensorFlow.js makes of it: parameters by `countParams`, and the shape of what each layer
 * gives out when the model runs on zeros.
 */
export async function compareWithTfjs(model: tf.LayersModel, { inputShapes, warned = [] }: ComparisonOptions = {}): Promise<void> {
  const shapes = inputShapes ?? model.inputs.map(({ shape }) => shape.map((size) => size ?? 2));
  const artifacts = await savedArtifacts(model);
  // A Sequential model has no input layers, and no sizes but the batch's that are open.
  const inputs = Object.fromEntries((model.inputLayers ?? []).map(({ name }, index) => [name, { shape: shapes[index]! }]));
  const report = await analyzeTfjs(artifacts, Object.keys(inputs).length > 0 ? { inputs } : { dims: { batch: shapes[0]![0]! } });
  expect(storedElements(report)).toBe(model.countParams());
  expect(report.coverage.undescribed).toEqual([]);
  const last = new Map(report.layers.map((layer) => [layer.origin.name, layer]));
  for (const [name, expected] of Object.entries(await shapesThatRan(model, shapes))) {
    const outputs = last.get(name)?.outputs.map((output) => (output.kind === undefined ? output.shape : output.kind));
    expect(outputs?.[0], `output of ${name}`).toEqual(expected);
  }
  const said = warnings(report);
  expect(said).toHaveLength(warned.length);
  for (const expected of warned)
    expect(said.some((message) => (typeof expected === "string" ? message.includes(expected) : expected.test(message)))).toBe(true);
}

/** First output of each layer that is called once, when the model runs. */
async function shapesThatRan(
  model: tf.LayersModel,
  inputShapes: readonly (readonly number[])[],
): Promise<Record<string, readonly number[]>> {
  const layers = model.layers.filter(
    (layer) => layer.getClassName() !== "InputLayer" && layer.inboundNodes.length === 1 && !(layer instanceof tf.LayersModel),
  );
  const outputs = layers.map((layer) => [layer.output].flat()[0]!);
  const everything = tf.model({ inputs: model.inputs, outputs });
  const results = [everything.predict(inputShapes.map((shape) => tf.zeros([...shape])))].flat();
  const shapes = layers.map((layer, index) => [layer.name, results[index]!.shape] as const);
  tf.dispose(results);
  return Object.fromEntries(shapes);
}
