import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { LayerRequest } from "./layer-request.ts";

/** `conv "layer1.0.conv1" (onnx Conv)` */
export function place({ name, type, origin }: Pick<LayerRequest, "name" | "type" | "origin">): string {
  return `${type} "${name}" (${origin.format} ${origin.operator})`;
}

/**
 * Runs what concerns one layer.
 *
 * @throws ModelGaugeError with the layer named in front
 */
export function located<T>(request: LayerRequest, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ModelGaugeError) || error.code === "too-large") throw error;
    throw new ModelGaugeError({
      code: error.code,
      message: `${place(request)}: ${error.message}`,
      ...(error.hint !== undefined && { hint: error.hint }),
      cause: error,
    });
  }
}
