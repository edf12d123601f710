import { ModelGaugeError } from "@modelgauge/core";

/**
 * Runs what reads or analyses a model, with the model's name in front of the messages of the errors that it throws, once.
 *
 * @throws ModelGaugeError of the same code, or whatever else the action throws
 */
export function inModel<T>(name: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw named(name, error);
  }
}

/** {@link inModel} of an asynchronous action. */
export async function inModelAsync<T>(name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw named(name, error);
  }
}

function named(name: string, error: unknown): unknown {
  if (!(error instanceof ModelGaugeError) || error.message.startsWith(`${name}:`)) return error;
  const { code, message, hint, further } = error;
  return new ModelGaugeError({ code, message: `${name}: ${message}`, ...(hint !== undefined && { hint }), further, cause: error });
}
