import * as tf from "@tensorflow/tfjs";
import { vi } from "vitest";

/** Makes TensorFlow.js compute in JavaScript, and keeps its advice from the console. */
export async function prepareTfjs(): Promise<void> {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await tf.setBackend("cpu");
  await tf.ready();
}
