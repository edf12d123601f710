import fc from "fast-check";

/** Parameters of a property whose samples are the same in every run, unless the caller configures fast-check otherwise. */
export function seeded<T>(parameters: fc.Parameters<T>): fc.Parameters<T> {
  return { seed: 1, ...parameters, ...(fc.readConfigureGlobal() as fc.Parameters<T>) };
}
