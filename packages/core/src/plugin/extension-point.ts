/** A named list that plugins contribute to. Its key is a registered symbol, so that two copies of core still meet. */
export interface ExtensionPoint<T> {
  readonly key: symbol;
  /** What error messages call it: `modelgauge/metrics@1`. */
  readonly name: string;
  /** What makes two contributions the same: a host refuses the second. */
  readonly idOf: (value: T) => string;
}

/** What a factory may ask of the gauge that it becomes part of. */
export interface Extensions {
  /** Every contribution to a point, in the order of the plugins. */
  readonly all: <T>(point: ExtensionPoint<T>) => readonly T[];
  /**
   * @throws ModelGaugeError `unknown-extension`, with the ids that there are
   */
  readonly one: <T>(point: ExtensionPoint<T>, id: string) => T;
}

/** A value to contribute, or what makes it once the gauge's other contributions are known. */
export type Contributed<T> = T | ((extensions: Extensions) => T);

/** Contributions to one point. */
export interface Contribution<T = unknown> {
  readonly point: ExtensionPoint<T>;
  readonly values: readonly Contributed<T>[];
}

/** A named set of contributions. */
export interface Plugin {
  readonly name: string;
  readonly contributions: readonly Contribution[];
}

/**
 * Declares an extension point.
 *
 * @param name with a major version, as in `acme/quantisers@1`
 */
export function defineExtensionPoint<T>(name: string, idOf: (value: T) => string): ExtensionPoint<T> {
  return { key: Symbol.for(name), name, idOf };
}

/** Contributes values, or factories of values, to an extension point. */
export function contribute<T>(point: ExtensionPoint<T>, ...values: readonly Contributed<T>[]): Contribution {
  return { point, values } as unknown as Contribution;
}

/** Declares a plugin; hand it to `createGauge`, or export it as a package's default. */
export function definePlugin(name: string, ...contributions: readonly Contribution[]): Plugin {
  return { name, contributions };
}
