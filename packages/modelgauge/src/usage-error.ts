import { ModelGaugeError } from "@modelgauge/core";

/** The command line is wrong. */
export function usageError(message: string, hint?: string): ModelGaugeError {
  return new ModelGaugeError({ code: "usage", message, ...(hint !== undefined && { hint }) });
}
