import { ModelGaugeError, printable } from "@modelgauge/core";

/** An error of a model that contradicts itself or its format. */
export function malformed(message: string): ModelGaugeError {
  return new ModelGaugeError({ code: "tfjs-malformed", message });
}

/** A stranger's name or text as messages quote it. */
export function quoted(text: string): string {
  return `"${printable(text, 120)}"`;
}
