import { ModelGaugeError } from "@modelgauge/core";

/** The result, or nothing after a ModelGaugeError; any other error is thrown on. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof ModelGaugeError) return undefined;
    throw error;
  }
}
