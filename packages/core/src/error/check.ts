import { ModelGaugeError } from "./model-gauge-error.ts";

/**
 * Requires a condition that every valid model meets. The graph builder puts the layer's name in front of the message.
 *
 * @throws ModelGaugeError `invalid-layer` with the message, when the condition is false
 */
export function check(condition: boolean, message: string | (() => string)): asserts condition {
  if (!condition) throw new ModelGaugeError({ code: "invalid-layer", message: typeof message === "string" ? message : message() });
}
